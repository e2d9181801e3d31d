extension Value {
  // The three operators of every inner loop append without looking at the table; a test holds
  // them to their rows.

  /// Records the sum.
  @inlinable
  public static func + (x: Value, y: Value) -> Value {
    x.append(Primitive.add.id, y.index, x.number + x.number(of: y), 1, 1)
  }

  /// Records the difference.
  @inlinable
  public static func - (x: Value, y: Value) -> Value {
    x.append(Primitive.subtract.id, y.index, x.number - x.number(of: y), 1, -1)
  }

  /// Records the product.
  @inlinable
  public static func * (x: Value, y: Value) -> Value {
    let (left, right) = (x.number, x.number(of: y))
    return x.append(Primitive.multiply.id, y.index, left * right, right, left)
  }

  /// Records the quotient.
  public static func / (x: Value, y: Value) -> Value { x.appending(.divide, x.index(of: y)) }
  /// Records the number with the other sign.
  public static prefix func - (x: Value) -> Value { x.appending(.negate) }

  /// Records a constant and the sum with it.
  public static func + (x: Value, y: Double) -> Value { x + x.constant(y) }
  /// Records a constant and the difference with it.
  public static func - (x: Value, y: Double) -> Value { x - x.constant(y) }
  /// Records a constant and the product with it.
  public static func * (x: Value, y: Double) -> Value { x * x.constant(y) }
  /// Records a constant and the quotient with it.
  public static func / (x: Value, y: Double) -> Value { x / x.constant(y) }

  /// Records a constant and its sum with the value.
  public static func + (x: Double, y: Value) -> Value { y.constant(x) + y }
  /// Records a constant and its difference with the value.
  public static func - (x: Double, y: Value) -> Value { y.constant(x) - y }
  /// Records a constant and its product with the value.
  public static func * (x: Double, y: Value) -> Value { y.constant(x) * y }
  /// Records a constant and its quotient with the value.
  public static func / (x: Double, y: Value) -> Value { y.constant(x) / y }

  /// Records the sum and goes on with it; what `x` was stays on the tape.
  public static func += (x: inout Value, y: Value) { x = x + y }
  /// Records the difference and goes on with it; what `x` was stays on the tape.
  public static func -= (x: inout Value, y: Value) { x = x - y }
  /// Records the product and goes on with it; what `x` was stays on the tape.
  public static func *= (x: inout Value, y: Value) { x = x * y }
  /// Records the quotient and goes on with it; what `x` was stays on the tape.
  public static func /= (x: inout Value, y: Value) { x = x / y }
}

/// `x` to the power of `y`.
public func pow(_ x: Value, _ y: Value) -> Value { x.appending(.pow, x.index(of: y)) }
/// `x` to a constant power.
public func pow(_ x: Value, _ y: Double) -> Value { x.appending(.pow, x.constant(y).index) }
/// A constant to the power of `y`.
public func pow(_ x: Double, _ y: Value) -> Value { y.constant(x).appending(.pow, y.index) }
