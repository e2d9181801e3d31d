import Testing

@testable import Autograd

/// What holds at kinks, far out, and outside the domain.
struct ConventionTests {
  private func derivative(
    _ name: String, _ x: Double, _ y: Double = 0, slot: Int = 0
  ) throws -> Double {
    let primitive = try #require(Primitive.named(name))
    return primitive.derivative(slot: slot, x: x, y: y, out: primitive.value(x, y))
  }

  private func value(_ name: String, _ x: Double, _ y: Double = 0) throws -> Double {
    try #require(Primitive.named(name)).value(x, y)
  }

  @Test func `at a kink the derivative is PyTorch's choice`() throws {
    #expect(try derivative("relu", 0) == 0)
    #expect(try derivative("relu", -0.0) == 0)
    #expect(try derivative("abs", 0) == 0)
    #expect(try derivative("leaky_relu", 0, 0.3) == 0.3)
    #expect(try derivative("elu", 0) == 1)
    #expect(try derivative("sqrt", 0) == .infinity)
    for name in ["minimum", "maximum"] {
      #expect(try derivative(name, 2, 2, slot: 0) == 0.5)
      #expect(try derivative(name, 2, 2, slot: 1) == 0.5)
    }
  }

  @Test func `powers follow PyTorch at base and exponent zero`() throws {
    #expect(try value("pow", 0, 0) == 1)
    #expect(try derivative("pow", 0, 0) == 0)
    #expect(try derivative("pow", 0, 0, slot: 1) == 0)
    #expect(try derivative("pow", 0, 2, slot: 1) == 0)
    #expect(try derivative("pow", 0, -1, slot: 1) == -.infinity)
    #expect(try derivative("pow", 0, 1) == 1)
    #expect(try derivative("pow", 0, 2) == 0)
    #expect(try derivative("pow", -2, 3) == 12)
    #expect(try derivative("pow", -2, 3, slot: 1).isNaN)
  }

  @Test(arguments: [
    "sigmoid", "softplus", "tanh", "elu", "gelu", "relu", "leaky_relu", "atan", "erf", "abs",
  ])
  func `nothing overflows at a thousand`(_ name: String) throws {
    for x in [1000.0, -1000] {
      #expect(try value(name, x, 0.01).isFinite)
      #expect(try derivative(name, x, 0.01).isFinite)
    }
  }

  @Test func `saturated values are exact`() throws {
    #expect(try value("sigmoid", 1000) == 1)
    #expect(try value("sigmoid", -1000) == 0)
    #expect(try value("softplus", 1000) == 1000)
    #expect(try value("softplus", -1000) == 0)
    #expect(try value("gelu", 1000) == 1000)
    #expect(try value("gelu", -1000) == 0)
    #expect(try value("elu", -1000) == -1)
    #expect(try value("tanh", 1000) == 1)
    #expect(try derivative("softplus", 1000) == 1)
    #expect(try derivative("gelu", 1000) == 1)
    #expect(try derivative("gelu", -1000) == 0)
  }

  @Test func `small tails keep their digits`() throws {
    // exp(-40) to the last digit, ten times the normal distribution below -10, and the series.
    #expect((try value("sigmoid", -40) / 4.248354255291589e-18 - 1).magnitude < 1e-14)
    #expect((try value("softplus", -40) / 4.248354255291589e-18 - 1).magnitude < 1e-14)
    #expect((try value("gelu", -10) / -7.61985302416053e-23 - 1).magnitude < 1e-12)
    #expect((try value("elu", -1e-12) / -9.999999999995e-13 - 1).magnitude < 1e-14)
  }

  @Test func `infinities reach the limits`() throws {
    #expect(try value("sigmoid", .infinity) == 1)
    #expect(try value("sigmoid", -.infinity) == 0)
    #expect(try value("tanh", -.infinity) == -1)
    #expect(try value("softplus", .infinity) == .infinity)
    #expect(try value("softplus", -.infinity) == 0)
    #expect(try value("elu", -.infinity) == -1)
    #expect(try value("gelu", .infinity) == .infinity)
    #expect(try value("gelu", -.infinity) == 0)
    #expect(try value("relu", -.infinity) == 0)
    #expect(try value("exp", -.infinity) == 0)
    #expect(try value("log", 0) == -.infinity)
    #expect(try value("reciprocal", 0) == .infinity)
  }

  @Test(arguments: Primitive.elementwise)
  func `not a number goes in and comes out`(_ primitive: Primitive) {
    #expect(primitive.value(.nan, 2).isNaN)
    if primitive.arity == 2 && primitive.name != "leaky_relu" {
      #expect(primitive.value(2, .nan).isNaN)
    }
  }

  @Test func `outside the domain is not a number`() throws {
    for (name, x) in [("log", -1.0), ("sqrt", -1), ("asin", 2), ("acos", -2)] {
      #expect(try value(name, x).isNaN)
    }
  }

  @Test func `the check flags a kink instead of calling the convention wrong`() throws {
    var graph = Graph()
    let (x, other) = (graph.input(0), graph.input(1))
    let relu = try #require(Primitive.named("relu"))
    let y = graph.apply(.add, graph.apply(relu, x), graph.apply(.multiply, other, other))
    let check = GradientCheck(of: graph, output: y)
    #expect(check.entries.map(\.isAtKink) == [true, false])
    #expect(check.entries.allSatisfy { $0.agrees })
  }

  @Test func `the check finds a wrong gradient near a kink that it does not reach`() throws {
    var graph = Graph()
    let x = graph.input(1e-5)
    let y = graph.apply(try #require(Primitive.named("abs")), x)
    let entry = try #require(GradientCheck(of: graph, output: y).entries.first)
    #expect(!entry.isAtKink)
    #expect(entry.relativeError < 1e-6)
  }
}
