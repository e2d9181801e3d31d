// The usual spelling of the functions: `tanh(w * x + b)`. A row without one here is applied with
// `Value.applying`.

extension Primitive {
  /// A row that this file spells as a function; a test calls every one of them.
  fileprivate static func row(_ name: StaticString) -> Primitive {
    guard let primitive = named("\(name)") else {
      preconditionFailure("no row is called \(name)")
    }
    return primitive
  }
}

/// The rows, found once.
private enum Row {
  static let exp = Primitive.row("exp")
  static let log = Primitive.row("log")
  static let sqrt = Primitive.row("sqrt")
  static let square = Primitive.row("square")
  static let reciprocal = Primitive.row("reciprocal")
  static let abs = Primitive.row("abs")
  static let erf = Primitive.row("erf")
  static let sin = Primitive.row("sin")
  static let cos = Primitive.row("cos")
  static let tan = Primitive.row("tan")
  static let asin = Primitive.row("asin")
  static let acos = Primitive.row("acos")
  static let atan = Primitive.row("atan")
  static let sinh = Primitive.row("sinh")
  static let cosh = Primitive.row("cosh")
  static let tanh = Primitive.row("tanh")
  static let relu = Primitive.row("relu")
  static let elu = Primitive.row("elu")
  static let gelu = Primitive.row("gelu")
  static let sigmoid = Primitive.row("sigmoid")
  static let softplus = Primitive.row("softplus")
  static let minimum = Primitive.row("minimum")
  static let maximum = Primitive.row("maximum")
  static let leakyRelu = Primitive.row("leaky_relu")
}

/// e to the power of `x`.
public func exp(_ x: Value) -> Value { x.appending(Row.exp) }
/// The natural logarithm; NaN below 0, -infinity at 0.
public func log(_ x: Value) -> Value { x.appending(Row.log) }
/// The square root; its derivative at 0 is infinite.
public func sqrt(_ x: Value) -> Value { x.appending(Row.sqrt) }
/// `x` times `x`, as one node.
public func square(_ x: Value) -> Value { x.appending(Row.square) }
/// 1 divided by `x`, as one node.
public func reciprocal(_ x: Value) -> Value { x.appending(Row.reciprocal) }
/// The distance from 0; its derivative at 0 is 0.
public func abs(_ x: Value) -> Value { x.appending(Row.abs) }
/// The error function.
public func erf(_ x: Value) -> Value { x.appending(Row.erf) }
/// The sine of `x` radians.
public func sin(_ x: Value) -> Value { x.appending(Row.sin) }
/// The cosine of `x` radians.
public func cos(_ x: Value) -> Value { x.appending(Row.cos) }
/// The tangent of `x` radians.
public func tan(_ x: Value) -> Value { x.appending(Row.tan) }
/// The angle whose sine is `x`; NaN beyond -1 and 1.
public func asin(_ x: Value) -> Value { x.appending(Row.asin) }
/// The angle whose cosine is `x`; NaN beyond -1 and 1.
public func acos(_ x: Value) -> Value { x.appending(Row.acos) }
/// The angle whose tangent is `x`.
public func atan(_ x: Value) -> Value { x.appending(Row.atan) }
/// The hyperbolic sine.
public func sinh(_ x: Value) -> Value { x.appending(Row.sinh) }
/// The hyperbolic cosine.
public func cosh(_ x: Value) -> Value { x.appending(Row.cosh) }
/// The hyperbolic tangent.
public func tanh(_ x: Value) -> Value { x.appending(Row.tanh) }
/// `x` where it is positive, else 0; its derivative at 0 is 0.
public func relu(_ x: Value) -> Value { x.appending(Row.relu) }
/// `x` where it is positive, else `exp(x) - 1`.
public func elu(_ x: Value) -> Value { x.appending(Row.elu) }
/// `x` times the normal distribution's probability of a value below `x`: the exact form of
/// Hendrycks and Gimpel (2016).
public func gelu(_ x: Value) -> Value { x.appending(Row.gelu) }
/// The logistic function, `1 / (1 + exp(-x))`, without overflow.
public func sigmoid(_ x: Value) -> Value { x.appending(Row.sigmoid) }
/// `log(1 + exp(x))`, without overflow.
public func softplus(_ x: Value) -> Value { x.appending(Row.softplus) }

/// The smaller of two; equal ones receive half of the gradient each.
public func minimum(_ x: Value, _ y: Value) -> Value { x.appending(Row.minimum, y.index) }
/// The larger of two; equal ones receive half of the gradient each.
public func maximum(_ x: Value, _ y: Value) -> Value { x.appending(Row.maximum, y.index) }

/// `x` where it is positive, else `x` times `slope`.
public func leakyRelu(_ x: Value, slope: Double = 0.01) -> Value {
  x.appending(Row.leakyRelu, x.constant(slope).index)
}
