/// An operation that computes a node from one or two operands: the name of a row in the table of
/// primitives.
///
/// The parser, the boxes, the panels, the help and the gradient tests all read the row, so adding
/// an operation is adding a row: see `Primitive.Row`. A primitive itself is one byte, free to copy.
///
/// ```swift
/// let tanh = Primitive.named("tanh")
/// tanh?.value(0.5)             // 0.46211715726000973
/// tanh?.rules[0].cases[0].formula  // "1 - out^2"
/// ```
public struct Primitive: Hashable, Sendable {
  /// The position in `Primitive.all`.
  public let id: UInt8

  @inlinable
  init(id: UInt8) { self.id = id }

  /// How the scene language calls it and the machine-readable output names it: `"tanh"`.
  public var name: String { Self.rows[Int(id)].name }
  /// How a formula prints it.
  public var notation: Notation { Self.rows[Int(id)].notation }
  /// What it computes, in one line.
  public var summary: String { Self.rows[Int(id)].summary }
  /// One or two operands.
  public var arity: Int { Self.rows[Int(id)].arity }
  /// Whether exchanging the two operands changes nothing.
  public var isSymmetric: Bool { Self.rows[Int(id)].isSymmetric }
  /// What the last operands are when a call leaves them out: the slope of `leaky_relu`.
  public var defaults: [Double] { Self.rows[Int(id)].defaults }
  /// Whether it works on each element alone, with operands stretched to one shape; else it has a
  /// shape rule of its own.
  public var isElementwise: Bool { Self.rows[Int(id)].tensorRule == nil }
  var tensorRule: (any TensorRule)? { Self.rows[Int(id)].tensorRule }
  /// The local derivative as text, one rule a slot.
  public var rules: [Rule] { Self.rows[Int(id)].rules }
  /// Which derivative is chosen where there is none; nil where the primitive is smooth.
  public var convention: String? { Self.rows[Int(id)].convention }
  /// Operand tuples away from kinks, for the tests against central differences.
  public var samples: [[Double]] { Self.rows[Int(id)].samples }

  /// The value at `x` (and `y`, which a unary primitive ignores).
  ///
  /// Outside the domain it is what IEEE arithmetic says: the logarithm of -1 is NaN.
  public func value(_ x: Double, _ y: Double = 0) -> Double {
    Self.rows[Int(id)].value(x, y)
  }

  /// ∂out/∂operand for the operand in `slot`, given the operands and the value they produced.
  public func derivative(slot: Int, x: Double, y: Double = 0, out: Double) -> Double {
    slot == 0
      ? Self.rows[Int(id)].firstDerivative(x, y, out)
      : Self.rows[Int(id)].secondDerivative(x, y, out)
  }

  /// The pushforward (JVP): how fast the value changes when the operands change at the rates `dx`
  /// and `dy`.
  public func pushforward(
    x: Double, y: Double = 0, out: Double, dx: Double, dy: Double = 0
  ) -> Double {
    let change = derivative(slot: 0, x: x, y: y, out: out) * dx
    return arity == 1 ? change : change + derivative(slot: 1, x: x, y: y, out: out) * dy
  }

  /// Whether there are places where the derivative is a convention.
  var hasKinks: Bool {
    Self.rows[Int(id)].kink != nil || Self.rows[Int(id)].tensorRule is ExtremeRule
  }

  /// A quantity that is zero where the primitive has no derivative and changes its sign across
  /// that place; nil where the primitive is differentiable on its whole domain.
  ///
  /// For `relu` it is `x`, for `maximum` it is `x - y`, for `divide` it is `y`.
  public func kink(x: Double, y: Double = 0) -> Double? {
    Self.rows[Int(id)].kink?(x, y)
  }
}
