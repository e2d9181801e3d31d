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

public func exp(_ x: Value) -> Value { x.appending(Row.exp) }
public func log(_ x: Value) -> Value { x.appending(Row.log) }
public func sqrt(_ x: Value) -> Value { x.appending(Row.sqrt) }
public func square(_ x: Value) -> Value { x.appending(Row.square) }
public func reciprocal(_ x: Value) -> Value { x.appending(Row.reciprocal) }
public func abs(_ x: Value) -> Value { x.appending(Row.abs) }
public func erf(_ x: Value) -> Value { x.appending(Row.erf) }
public func sin(_ x: Value) -> Value { x.appending(Row.sin) }
public func cos(_ x: Value) -> Value { x.appending(Row.cos) }
public func tan(_ x: Value) -> Value { x.appending(Row.tan) }
public func asin(_ x: Value) -> Value { x.appending(Row.asin) }
public func acos(_ x: Value) -> Value { x.appending(Row.acos) }
public func atan(_ x: Value) -> Value { x.appending(Row.atan) }
public func sinh(_ x: Value) -> Value { x.appending(Row.sinh) }
public func cosh(_ x: Value) -> Value { x.appending(Row.cosh) }
public func tanh(_ x: Value) -> Value { x.appending(Row.tanh) }
public func relu(_ x: Value) -> Value { x.appending(Row.relu) }
public func elu(_ x: Value) -> Value { x.appending(Row.elu) }
public func gelu(_ x: Value) -> Value { x.appending(Row.gelu) }
public func sigmoid(_ x: Value) -> Value { x.appending(Row.sigmoid) }
public func softplus(_ x: Value) -> Value { x.appending(Row.softplus) }

public func minimum(_ x: Value, _ y: Value) -> Value { x.appending(Row.minimum, y.index) }
public func maximum(_ x: Value, _ y: Value) -> Value { x.appending(Row.maximum, y.index) }

/// `x` where it is positive, else `x` times `slope`.
public func leakyRelu(_ x: Value, slope: Double = 0.01) -> Value {
  x.appending(Row.leakyRelu, x.constant(slope).index)
}
