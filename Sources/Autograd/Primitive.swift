/// One row of the table of primitives: everything there is to know about an operation.
///
/// The parser, the boxes, the panels, the help and the gradient tests all read the row, so adding
/// an operation is adding a row to `Primitive.all`.
public struct Primitive: Sendable {
  /// The position in `Primitive.all`.
  public let id: UInt8
  /// How the scene language calls it and the machine-readable output names it: `"tanh"`.
  public let name: String
  public let notation: Notation
  /// One or two operands.
  public let arity: Int
  /// What the last operands are when a call leaves them out: the slope of `leaky_relu`.
  public let defaults: [Double]
  /// The local derivative as text, one rule a slot.
  public let rules: [Rule]
  /// Which derivative is chosen where there is none; nil where the primitive is smooth.
  public let convention: String?
  /// Operand tuples away from kinks, for the tests against central differences.
  public let samples: [[Double]]

  let evaluate: @Sendable (_ x: Double, _ y: Double) -> Double
  let differentiate: @Sendable (_ slot: Int, _ x: Double, _ y: Double, _ out: Double) -> Double

  /// The value at `x` (and `y`, which a unary primitive ignores).
  public func value(_ x: Double, _ y: Double = 0) -> Double {
    evaluate(x, y)
  }

  /// ∂out/∂operand for the operand in `slot`, given the operands and the value they produced.
  public func derivative(slot: Int, x: Double, y: Double = 0, out: Double) -> Double {
    differentiate(slot, x, y, out)
  }

  /// How a formula writes the primitive down.
  public enum Notation: Hashable, Sendable {
    /// Between its operands, with the scene language's spelling and the printed one: `*` and `·`.
    case infix(String, printed: String)
    /// Before its operand: `-`.
    case prefix(String)
    /// As a call, with a symbol that may be shorter than the name: `σ(b)`.
    case call(printed: String)
  }

  /// The local derivative with respect to one operand, as text in the scene language over
  /// `x`, `y` (the operands) and `out` (the value), by cases where it is defined piecewise.
  public struct Rule: Sendable {
    public let cases: [Case]

    public struct Case: Sendable {
      /// An expression of the scene language: `"1 - out^2"`.
      public let formula: String
      /// When the case applies, in words: `"x > 0"`; nil where there is only one.
      public let condition: String?
      let holds: @Sendable (_ x: Double, _ y: Double) -> Bool
    }

    /// The case that applies at the operands.
    public func applied(x: Double, y: Double = 0) -> Case? {
      cases.first { $0.holds(x, y) } ?? cases.last
    }
  }
}

extension Primitive: Hashable {
  public static func == (left: Primitive, right: Primitive) -> Bool { left.id == right.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
