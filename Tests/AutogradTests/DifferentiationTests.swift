import Testing
import _Differentiation

@testable import Autograd

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The toolchain differentiates the same functions, written out again here, on its own.
struct DifferentiationTests {
  @Test func `arithmetic is differentiated as the toolchain does`() throws {
    try binary("add") { x, y in x + y }
    try binary("subtract") { x, y in x - y }
    try binary("multiply") { x, y in x * y }
    try binary("divide") { x, y in x / y }
    try binary("pow") { x, y in pow(x, y) }
    try unary("negate") { x in -x }
    try unary("square") { x in x * x }
    try unary("reciprocal") { x in 1 / x }
  }

  @Test func `elementary functions are differentiated as the toolchain does`() throws {
    try unary("exp") { x in exp(x) }
    try unary("log") { x in log(x) }
    try unary("sqrt") { x in sqrt(x) }
    try unary("erf") { x in erf(x) }
    try unary("abs") { x in x > 0 ? x : -x }
    try unary("sin") { x in sin(x) }
    try unary("cos") { x in cos(x) }
    try unary("tan") { x in tan(x) }
    try unary("atan") { x in atan(x) }
    try unary("asin") { x in atan(x / sqrt(1 - x * x)) }
    try unary("acos") { x in Double.pi / 2 - atan(x / sqrt(1 - x * x)) }
    try unary("tanh") { x in tanh(x) }
    try unary("sinh") { x in (exp(x) - exp(-x)) / 2 }
    try unary("cosh") { x in (exp(x) + exp(-x)) / 2 }
  }

  @Test func `activations are differentiated as the toolchain does`() throws {
    try unary("relu") { x in x > 0 ? x : 0 }
    try unary("elu") { x in x > 0 ? x : exp(x) - 1 }
    try unary("gelu") { x in x * (1 + erf(x / sqrt(2))) / 2 }
    try unary("sigmoid") { x in 1 / (1 + exp(-x)) }
    try unary("softplus") { x in log(1 + exp(x)) }
    try binary("leaky_relu") { x, y in x > 0 ? x : x * y }
    try binary("minimum") { x, y in x < y ? x : y }
    try binary("maximum") { x, y in x > y ? x : y }
  }

  private func unary(
    _ name: String, _ function: @differentiable(reverse) (Double) -> Double
  ) throws {
    let primitive = try #require(Primitive.named(name))
    for sample in primitive.samples {
      expect(primitive, sample, [gradient(at: sample[0], of: function)])
    }
  }

  private func binary(
    _ name: String, _ function: @differentiable(reverse) (Double, Double) -> Double
  ) throws {
    let primitive = try #require(Primitive.named(name))
    for sample in primitive.samples {
      let (dx, dy) = gradient(at: sample[0], sample[1], of: function)
      expect(primitive, sample, [dx, dy])
    }
  }

  private func expect(_ primitive: Primitive, _ operands: [Double], _ theirs: [Double]) {
    let (x, y) = (operands[0], operands.count > 1 ? operands[1] : 0)
    for (slot, their) in theirs.enumerated() {
      let our = primitive.derivative(slot: slot, x: x, y: y, out: primitive.value(x, y))
      #expect(
        (our - their).magnitude <= 1e-12 * max(1, their.magnitude), "\(primitive.name)\(operands)")
    }
  }
}
