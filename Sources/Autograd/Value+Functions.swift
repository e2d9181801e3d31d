#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The usual spelling of the functions: `tanh(w * x + b)`. A row without one here is applied with
// `Value.applying`.

/// The rows after the operators', in the order of the table: a test calls every function below and
/// looks at what it recorded.
private enum Row: UInt8 {
  case exp = 6
  case log, sqrt, square, reciprocal, abs, erf
  case sin, cos, tan, asin, acos, atan, sinh, cosh, tanh
  case minimum, maximum
  case relu, leakyRelu, elu, gelu, sigmoid, softplus
  case clippedLog, binaryCrossEntropy
}

extension Value {
  @inline(__always)
  fileprivate func appending(_ row: Row, _ second: Int32 = Graph.none) -> Value {
    appending(Primitive(id: row.rawValue), second)
  }

  /// Appends a unary node whose value and derivative are known.
  @inline(__always)
  fileprivate func appending(_ row: Row, value: Double, derivative: Double) -> Value {
    append(row.rawValue, Graph.none, value, derivative, 0)
  }
}

// exp, tanh and relu stand in inner loops as the operators do: they append without calling what is
// in the table; a test holds them to their rows.

/// e to the power of `x`.
public func exp(_ x: Value) -> Value {
  let out = exp(x.number)
  return x.appending(.exp, value: out, derivative: out)
}
/// The natural logarithm; NaN below 0, -infinity at 0.
public func log(_ x: Value) -> Value { x.appending(.log) }
/// The square root; its derivative at 0 is infinite.
public func sqrt(_ x: Value) -> Value { x.appending(.sqrt) }
/// `x` times `x`, as one node.
public func square(_ x: Value) -> Value { x.appending(.square) }
/// 1 divided by `x`, as one node.
public func reciprocal(_ x: Value) -> Value { x.appending(.reciprocal) }
/// The distance from 0; its derivative at 0 is 0.
public func abs(_ x: Value) -> Value { x.appending(.abs) }
/// The error function.
public func erf(_ x: Value) -> Value { x.appending(.erf) }
/// The sine of `x` radians.
public func sin(_ x: Value) -> Value { x.appending(.sin) }
/// The cosine of `x` radians.
public func cos(_ x: Value) -> Value { x.appending(.cos) }
/// The tangent of `x` radians.
public func tan(_ x: Value) -> Value { x.appending(.tan) }
/// The angle whose sine is `x`; NaN beyond -1 and 1.
public func asin(_ x: Value) -> Value { x.appending(.asin) }
/// The angle whose cosine is `x`; NaN beyond -1 and 1.
public func acos(_ x: Value) -> Value { x.appending(.acos) }
/// The angle whose tangent is `x`.
public func atan(_ x: Value) -> Value { x.appending(.atan) }
/// The hyperbolic sine.
public func sinh(_ x: Value) -> Value { x.appending(.sinh) }
/// The hyperbolic cosine.
public func cosh(_ x: Value) -> Value { x.appending(.cosh) }
/// The hyperbolic tangent.
public func tanh(_ x: Value) -> Value {
  let out = hyperbolicTangent(x.number)
  return x.appending(.tanh, value: out, derivative: 1 - out * out)
}
/// `x` where it is positive, else 0; its derivative at 0 is 0.
public func relu(_ x: Value) -> Value {
  let number = x.number
  return x.appending(.relu, value: number <= 0 ? 0 : number, derivative: number > 0 ? 1 : 0)
}
/// `x` where it is positive, else `exp(x) - 1`.
public func elu(_ x: Value) -> Value { x.appending(.elu) }
/// `x` times the normal distribution's probability of a value below `x`: the exact form of
/// Hendrycks and Gimpel (2016).
public func gelu(_ x: Value) -> Value { x.appending(.gelu) }
/// The logistic function, `1 / (1 + exp(-x))`, without overflow.
public func sigmoid(_ x: Value) -> Value { x.appending(.sigmoid) }
/// `log(1 + exp(x))`, without overflow.
public func softplus(_ x: Value) -> Value { x.appending(.softplus) }

/// The natural logarithm, of 1e-8 where `x` is smaller.
public func clippedLog(_ x: Value) -> Value { x.appending(.clippedLog) }
/// `-(y log x + (1 - y) log(1 - x))`, with 0 log 0 = 0.
public func binaryCrossEntropy(_ x: Value, _ y: Value) -> Value {
  x.appending(.binaryCrossEntropy, x.index(of: y))
}

/// The smaller of two; equal ones receive half of the gradient each.
public func minimum(_ x: Value, _ y: Value) -> Value { x.appending(.minimum, x.index(of: y)) }
/// The larger of two; equal ones receive half of the gradient each.
public func maximum(_ x: Value, _ y: Value) -> Value { x.appending(.maximum, x.index(of: y)) }

/// `x` where it is positive, else `x` times `slope`.
public func leakyRelu(_ x: Value, slope: Double = 0.01) -> Value {
  x.appending(.leakyRelu, x.constant(slope).index)
}
