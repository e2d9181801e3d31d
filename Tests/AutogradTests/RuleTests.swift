import Testing

@testable import Autograd

/// Whether a rule's text says what its function computes is tested where the text is parsed, by
/// the scene language's own parser; here is what the rules themselves promise.
struct RuleTests {
  @Test func `a case is chosen by its condition`() throws {
    let relu = try #require(Primitive.named("relu")).rules[0]
    #expect(relu.applied(x: 2)?.formula == "1")
    #expect(relu.applied(x: 0)?.condition == "x = 0")
    #expect(relu.applied(x: -1)?.condition == "x < 0")
    let maximum = try #require(Primitive.named("maximum")).rules
    #expect(maximum[0].applied(x: 2, y: 2)?.formula == "0.5")
    #expect(maximum[1].applied(x: 2, y: 3)?.formula == "1")
    let exponent = Primitive.pow.rules[1]
    #expect(exponent.applied(x: 0, y: 2)?.formula == "0")
    #expect(exponent.applied(x: 0, y: -2)?.condition == "otherwise")
  }

  @Test(arguments: Primitive.elementwise)
  func `a case without a condition stands alone`(_ primitive: Primitive) {
    for rule in primitive.rules {
      #expect(!rule.cases.isEmpty)
      #expect(rule.cases.count == 1 || rule.cases.allSatisfy { $0.condition != nil })
    }
  }

  @Test(arguments: Primitive.elementwise)
  func `every condition can be read and every number has one case`(_ primitive: Primitive) {
    for rule in primitive.rules where rule.cases.count > 1 {
      for (x, y) in [(0.0, 0.0), (1, 0), (0, 1), (-1, 0), (0, -1), (2, 2), (1, 2), (2, 1)] {
        let holding = rule.cases.filter { $0.holds(x: x, y: y) && $0.condition != "otherwise" }
        let catches = rule.cases.contains { $0.condition == "otherwise" }
        #expect(holding.count == 1 || (holding.isEmpty && catches), "\(primitive.name) \(x) \(y)")
      }
    }
  }

  @Test(arguments: PrimitiveTests.samples)
  func `a constant case is the derivative`(_ sample: PrimitiveTests.Sample) {
    for slot in sample.operands.indices {
      let rule = sample.primitive.rules[slot]
      guard let number = rule.applied(x: sample.x, y: sample.y).flatMap({ Double($0.formula) })
      else { continue }
      #expect(sample.derivative(slot) == number)
    }
  }
}
