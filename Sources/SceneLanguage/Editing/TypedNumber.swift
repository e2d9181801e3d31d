import Autograd

/// A constant expression that somebody typed in place of a number.
struct TypedNumber {
  /// What was typed, without white space around it.
  let text: String
  let value: Double
  /// Whether it is one number, perhaps with a minus, and can stand wherever a literal stood.
  let isPlain: Bool

  /// What may stand alone on the right of `=`: a constant expression, a list, a generator.
  static func readRightSide(_ typed: String) -> Result<String, EditRefusal> {
    let number = read(typed)
    guard case .failure = number, !typed.contains(where: { $0.isNewline || "#;".contains($0) }),
      case .scene(let scene) = Scene.load(Source(name: "", text: "x = " + typed)),
      scene.graph.count == 1
    else { return number.map(\.text) }
    return .success(typed)
  }

  static func read(_ typed: String) -> Result<TypedNumber, EditRefusal> {
    var text = typed[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.contains(where: { $0.isNewline || $0 == ";" }) else {
      return .failure(.notConstant)
    }
    switch Expression.parsed(String(text)) {
    case .failure(let diagnostic): return .failure(EditRefusal(diagnostic))
    case .success(let expression):
      guard let value = expression.evaluate() else { return .failure(.notConstant) }
      let isPlain = expression.terms.count == 1 && !text.contains("(") && !text.contains("+")
      return .success(TypedNumber(text: String(text), value: value, isPlain: isPlain))
    }
  }
}
