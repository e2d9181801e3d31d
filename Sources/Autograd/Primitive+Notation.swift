extension Primitive {
  /// How a formula writes the primitive down.
  public enum Notation: Hashable, Sendable {
    /// Between its operands, with the scene language's spelling and the printed one: `*` and `·`.
    case infix(String, printed: String)
    /// Before its operand: `-`.
    case prefix(String)
    /// As a call, with a symbol that may be shorter than the name: `σ(b)`.
    case call(printed: String)
  }
}
