import Autograd

extension Primitive {
  /// The operation applied to operands, as the scene language writes it: `w * a`, `sigmoid(b)`.
  func spelled(with operands: [String]) -> String {
    switch notation {
    case .infix(let sign, _) where operands.count == 2:
      sign == "^" ? operands.joined(separator: sign) : operands.joined(separator: " \(sign) ")
    case .prefix(let sign) where operands.count == 1:
      sign + operands[0]
    case .infix, .prefix, .call:
      "\(name)(\(operands.joined(separator: ", ")))"
    }
  }
}
