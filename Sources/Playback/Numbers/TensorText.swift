package import Autograd

/// Tensors as text that fits into a sentence.
package enum TensorText {
  /// The most elements that are written out.
  private static let longest = 6

  /// A number as it is; `[1, 2]` where there are few; else the shape.
  package static func short(_ tensor: Tensor, digits: Digits = .four) -> String {
    if let number = tensor.number { return NumberText.text(of: number, digits: digits) }
    guard tensor.elements.count <= longest else { return "\(tensor.shape)" }
    return all(tensor, digits: digits)
  }

  /// As `short`, and where that is a shape the range and the mean with it.
  package static func summary(_ tensor: Tensor, digits: Digits = .four) -> String {
    guard tensor.elements.count > longest, let range = TensorRange(of: tensor) else {
      return short(tensor, digits: digits)
    }
    return "\(tensor.shape) \(text(of: range, digits: digits))"
  }

  /// `from -1 to 2, mean 0.5`.
  package static func text(of range: TensorRange, digits: Digits = .four) -> String {
    let numbers = [range.least, range.largest, range.mean].map {
      NumberText.text(of: $0, digits: digits)
    }
    return "from \(numbers[0]) to \(numbers[1]), mean \(numbers[2])"
  }

  /// Whether `short` and `summary` write out every element of a tensor of a shape.
  package static func writesOut(_ shape: Shape) -> Bool { shape.count <= longest }

  /// Every element, in brackets by axis.
  package static func all(_ tensor: Tensor, digits: Digits = .all) -> String {
    var place = 0
    func text(axis: Int) -> String {
      guard axis < tensor.shape.rank else {
        place += 1
        return NumberText.text(of: tensor.elements[place - 1], digits: digits)
      }
      let parts = (0..<tensor.shape.extents[axis]).map { _ in text(axis: axis + 1) }
      return "[" + parts.joined(separator: ", ") + "]"
    }
    return text(axis: 0)
  }
}

extension Tensor {
  /// The number a tensor without axes is.
  package var number: Double? { shape == .scalar ? elements[0] : nil }
}
