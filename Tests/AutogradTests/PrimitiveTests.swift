import Testing

@testable import Autograd

/// Laws that every row of the table keeps, at every one of its sample points.
struct PrimitiveTests {
  /// A row at one of its samples.
  struct Sample: CustomTestStringConvertible, Sendable {
    let primitive: Primitive
    let operands: [Double]

    var x: Double { operands[0] }
    var y: Double { operands.count > 1 ? operands[1] : 0 }
    var out: Double { primitive.value(x, y) }
    var testDescription: String { "\(primitive.name)\(operands)" }

    func derivative(_ slot: Int) -> Double {
      primitive.derivative(slot: slot, x: x, y: y, out: out)
    }

    /// Richardson's extrapolation of two central differences: their error is of order h⁴.
    func numericDerivative(_ slot: Int) -> Double {
      let step = 1e-3 * max(1, operands[slot].magnitude)
      func difference(_ step: Double) -> Double {
        var (above, below) = (operands, operands)
        above[slot] += step
        below[slot] -= step
        let rise =
          primitive.value(above[0], above.last ?? 0) - primitive.value(below[0], below.last ?? 0)
        return rise / (above[slot] - below[slot])
      }
      return (4 * difference(step / 2) - difference(step)) / 3
    }
  }

  static let samples = Primitive.elementwise.flatMap { primitive in
    primitive.samples.map { Sample(primitive: primitive, operands: $0) }
  }

  @Test(arguments: samples)
  func `the derivative of every slot agrees with central differences`(_ sample: Sample) {
    for slot in sample.operands.indices {
      let (analytic, numeric) = (sample.derivative(slot), sample.numericDerivative(slot))
      #expect((analytic - numeric).magnitude <= 1e-8 * max(1, analytic.magnitude))
    }
  }

  @Test(arguments: samples)
  func `pushing forward and pulling back agree`(_ sample: Sample) {
    let (dx, dy, upstream) = (0.75, -1.25, 2.5)
    let pushed = sample.primitive.pushforward(
      x: sample.x, y: sample.y, out: sample.out, dx: dx, dy: dy)
    let pulled = sample.operands.indices.reduce(0) { sum, slot in
      sum + upstream * sample.derivative(slot) * (slot == 0 ? dx : dy)
    }
    #expect((upstream * pushed - pulled).magnitude <= 1e-14 * max(1, pulled.magnitude))
  }

  @Test(arguments: samples)
  func `the one-call linearization is the value and the derivatives`(_ sample: Sample) {
    let line = Primitive.rows[Int(sample.primitive.id)].linearization(sample.x, sample.y)
    #expect(line.out == sample.out)
    #expect(line.first == sample.derivative(0))
    #expect(line.second == (sample.operands.count > 1 ? sample.derivative(1) : 0))
  }

  @Test(arguments: Primitive.all)
  func `a row is complete`(_ primitive: Primitive) {
    #expect(Primitive.named(primitive.name) == primitive)
    #expect(Primitive.all[Int(primitive.id)] == primitive)
    #expect(primitive.rules.count == primitive.arity)
    #expect(primitive.defaults.count < primitive.arity)
    #expect(primitive.samples.isEmpty == !primitive.isElementwise)
    #expect(primitive.samples.allSatisfy { $0.count == primitive.arity })
    #expect(primitive.summary.hasSuffix("."))
    #expect(primitive.convention?.hasSuffix(".") ?? true)
  }

  @Test(arguments: samples)
  func `samples are away from kinks`(_ sample: Sample) {
    let distance = sample.primitive.kink(x: sample.x, y: sample.y)
    #expect((distance ?? 1).magnitude > 1e-2)
  }

  @Test func `a row says that its operands may change places where no sample contradicts it`() {
    for primitive in Primitive.elementwise where primitive.arity == 2 {
      let isUnchanged = primitive.samples.allSatisfy {
        primitive.value($0[0], $0[1]) == primitive.value($0[1], $0[0])
      }
      #expect(isUnchanged == primitive.isSymmetric, "\(primitive.name)")
    }
  }

  @Test func `names are unique and the operators come first`() {
    #expect(Set(Primitive.all.map(\.name)).count == Primitive.all.count)
    #expect(
      [Primitive.add, .subtract, .multiply, .divide, .pow, .negate].map(\.name)
        == ["add", "subtract", "multiply", "divide", "pow", "negate"])
  }

  @Test func `every function of the scene language's scalar families has a row`() {
    let families = """
      exp log sqrt abs sin cos tan asin acos atan sinh cosh tanh square reciprocal pow minimum \
      maximum relu leaky_relu elu gelu sigmoid softplus
      """
    for name in families.split(separator: " ") {
      #expect(Primitive.named(String(name)) != nil, "\(name)")
    }
    #expect(Primitive.named("tahn") == nil)
  }

  @Test func `a rule knows what it reads`() throws {
    func reads(_ name: String, _ slot: Int = 0) throws -> Primitive.Reads {
      try #require(Primitive.named(name)).rules[slot].reads
    }
    #expect(try reads("exp") == .out)
    #expect(try reads("log") == .x)
    #expect(try reads("tanh") == .out)
    #expect(try reads("add") == [])
    #expect(try reads("multiply", 0) == .y)
    #expect(try reads("multiply", 1) == .x)
    #expect(try reads("pow", 1) == [.x, .y, .out])
    #expect(try reads("relu") == .x)
  }
}
