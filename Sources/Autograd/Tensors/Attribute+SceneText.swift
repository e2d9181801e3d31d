extension Attribute {
  /// How a scene calls the function of a name that is told this beside its operands.
  ///
  /// ```swift
  /// Attribute.axis(1).sceneCall(of: "sum", ["x"])                              // "sum(x, axis: 1)"
  /// Attribute.places([.at(0), .range(start: 1, end: 3)]).sceneCall(of: "index", ["x"])   // "x[0, 1:3]"
  /// ```
  func sceneCall(of name: String, _ operands: [String]) -> String {
    let arguments: [String]
    switch self {
    case .none, .axis(nil): arguments = []
    case .axis(let axis?): arguments = ["axis: \(axis)"]
    case .extents(let extents): arguments = extents.map { "\($0)" }
    case .count(let count): arguments = ["\(count)"]
    // An index names an axis at least, and a number has none.
    case .places([]): return "reshape(\(operands.joined()))"
    case .places(let places):
      return "\(operands.joined())[\(places.map(\.sceneSpelling).joined(separator: ", "))]"
    }
    return "\(name)(\((operands + arguments).joined(separator: ", ")))"
  }
}

extension Attribute.Place {
  fileprivate var sceneSpelling: String {
    switch self {
    case .at(let number): "\(number)"
    case .range(let start, let end):
      "\(start.map { "\($0)" } ?? ""):\(end.map { "\($0)" } ?? "")"
    }
  }
}
