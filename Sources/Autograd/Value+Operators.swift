extension Value {
  // The three operators of every inner loop append without looking at the table; a test holds
  // them to their rows.

  @inlinable
  public static func + (x: Value, y: Value) -> Value {
    x.append(Primitive.add.id, y.index, x.number + x.number(of: y), 1, 1)
  }

  @inlinable
  public static func - (x: Value, y: Value) -> Value {
    x.append(Primitive.subtract.id, y.index, x.number - x.number(of: y), 1, -1)
  }

  @inlinable
  public static func * (x: Value, y: Value) -> Value {
    let (left, right) = (x.number, x.number(of: y))
    return x.append(Primitive.multiply.id, y.index, left * right, right, left)
  }

  public static func / (x: Value, y: Value) -> Value { x.appending(.divide, y.index) }
  public static prefix func - (x: Value) -> Value { x.appending(.negate) }

  public static func + (x: Value, y: Double) -> Value { x + x.constant(y) }
  public static func - (x: Value, y: Double) -> Value { x - x.constant(y) }
  public static func * (x: Value, y: Double) -> Value { x * x.constant(y) }
  public static func / (x: Value, y: Double) -> Value { x / x.constant(y) }

  public static func + (x: Double, y: Value) -> Value { y.constant(x) + y }
  public static func - (x: Double, y: Value) -> Value { y.constant(x) - y }
  public static func * (x: Double, y: Value) -> Value { y.constant(x) * y }
  public static func / (x: Double, y: Value) -> Value { y.constant(x) / y }

  public static func += (x: inout Value, y: Value) { x = x + y }
  public static func -= (x: inout Value, y: Value) { x = x - y }
  public static func *= (x: inout Value, y: Value) { x = x * y }
  public static func /= (x: inout Value, y: Value) { x = x / y }
}

/// `x` to the power of `y`.
public func pow(_ x: Value, _ y: Value) -> Value { x.appending(.pow, y.index) }
/// `x` to a constant power.
public func pow(_ x: Value, _ y: Double) -> Value { x.appending(.pow, x.constant(y).index) }
/// A constant to the power of `y`.
public func pow(_ x: Double, _ y: Value) -> Value { y.constant(x).appending(.pow, y.index) }
