import Autograd
import SceneLanguage
import Testing

struct RuleTests {
  @Test(arguments: Primitive.elementwise)
  func `the text of a rule computes the derivative, case by case`(_ primitive: Primitive) throws {
    for (slot, rule) in primitive.rules.enumerated() {
      var applied: Set<String> = []
      for (x, y) in operands(of: primitive) {
        let form = try #require(rule.applied(x: x, y: y))
        let out = primitive.value(x, y)
        let text = try #require(
          Expression(form.formula)?.evaluate { ["x": x, "y": y, "out": out][$0] })
        let derivative = primitive.derivative(slot: slot, x: x, y: y, out: out)
        #expect(
          isSame(text, derivative),
          "\(form.formula) is \(text), not \(derivative), in slot \(slot) at \(x), \(y)")
        applied.insert(form.condition ?? "")
      }
      #expect(applied == Set(rule.cases.map { $0.condition ?? "" }), "every case has a place")
    }
  }

  /// The row's own samples, and places on and beside every kink.
  private func operands(of primitive: Primitive) -> [(Double, Double)] {
    let samples = primitive.samples.map { ($0[0], $0.count > 1 ? $0[1] : 0) }
    let grid: [Double] = [-2.5, -1, -0.5, 0, 0.5, 1, 2.5]
    return samples + grid.flatMap { x in grid.map { (x, $0) } }
  }

  private func isSame(_ left: Double, _ right: Double) -> Bool {
    left == right || (left.isNaN && right.isNaN)
      || (left - right).magnitude <= 1e-12 * max(1, right.magnitude)
  }
}
