import Autograd
import Playback
import SceneLanguage
import Testing

struct ExplanationLawTests {
  @Test func `every formula is what the number beside it says`() throws {
    for scene in try LessonScenes.all() {
      let run = Run(scene: scene)
      let bindings = Bindings(of: run).values
      for (line, step) in lines(of: run, digits: .all) {
        let value = try #require(line.right.evaluate { bindings[$0] }, "\(line) in step \(step)")
        let size = magnitude(of: line.right) { bindings[$0] }
        #expect(
          isSame(value, line.value, within: 1e-12 * size),
          "\(line.right.text(.mathematical)) is \(value), not \(line.value), in step \(step)")
      }
    }
  }

  @Test func `every formula of numbers reads back from the screen to its result`() throws {
    for scene in try LessonScenes.all() {
      let run = Run(scene: scene)
      for (line, step) in lines(of: run, digits: .all) where isNumeric(line.right) {
        let text = line.right.text(.mathematical)
        let read = try #require(Displayed.parse(text), "\(text) in step \(step)")
        let value = try #require(read.evaluate())
        #expect(
          isSame(value, line.value, within: 1e-12 * magnitude(of: read) { _ in nil }),
          "\(text) is \(value), not \(line.value), in step \(step)")
      }
    }
  }

  @Test func `with four digits a formula is right within the rounding of its numbers`() throws {
    for scene in try LessonScenes.all() {
      let run = Run(scene: scene)
      for (line, step) in lines(of: run, digits: .four) where isNumeric(line.right) {
        let text = line.right.text(.mathematical)
        let read = try #require(Displayed.parse(text), "\(text) in step \(step)")
        let value = try #require(read.evaluate())
        let slack = try #require(roundingSlack(of: read))
        #expect(
          isSame(value, line.value, within: slack + 1e-12 * magnitude(of: read) { _ in nil }),
          "\(text) is \(value), not \(line.value) within \(slack), in step \(step)")
      }
    }
  }

  @Test func `the line of a step carries its quantity with four digits`() throws {
    for scene in try LessonScenes.files() {
      let run = Run(scene: scene)
      for index in 0..<run.stepCount {
        guard let result = run.explanation(of: index).derivation.last else {
          #expect(run.labels.isNumber(run.step(at: index).node))
          continue
        }
        #expect(result.kind == .result)
        let text = run.text(of: index)
        #expect(text.contains("= " + NumberText.text(of: result.value)))
        #expect(text.hasPrefix(run.explanation(of: index).chains.joined(separator: "; ")))
      }
    }
  }

  private func lines(of run: Run, digits: Digits) -> [(Explanation.Line, Int)] {
    (0..<run.stepCount).flatMap { index in
      run.explanation(of: index, digits: digits).derivation
        .map { ($0, index) }
    }
  }

  /// Numbers throughout, all of them finite: nan and inf are no words of the language.
  private func isNumeric(_ expression: Expression) -> Bool {
    expression.terms.allSatisfy { term in
      switch term {
      case .number(let value, _): value.isFinite
      case .name: false
      case .apply: true
      }
    }
  }

  private func isSame(_ left: Double, _ right: Double, within slack: Double) -> Bool {
    left == right || (left.isNaN && right.isNaN) || abs(left - right) <= slack
  }

  /// The largest number met on the way, at least the smallest that is worth comparing: what an
  /// error in the last digit is relative to.
  private func magnitude(of expression: Expression, _ bindings: (String) -> Double?) -> Double {
    var largest = 1e-300
    for end in expression.terms.indices {
      switch expression.terms[end] {
      case .number(let value, _): largest = max(largest, value.isFinite ? abs(value) : 0)
      case .name(let name, _):
        largest = max(largest, bindings(name).map { $0.isFinite ? abs($0) : 0 } ?? 0)
      case .apply: break
      }
    }
    return largest
  }

  /// How far the value may be off when every number is off by half of its last digit.
  private func roundingSlack(of expression: Expression) -> Double? {
    guard let value = expression.evaluate() else { return nil }
    var slack = 0.0
    for index in expression.terms.indices {
      guard case .number(let number, let shown) = expression.terms[index] else { continue }
      let half = halfOfLastDigit(shown)
      let moves = [number - half, number + half].compactMap { moved in
        replacing(index, of: expression, with: moved).evaluate().map { abs($0 - value) }
      }
      // Beside an exact exponent a power of a negative number is nan.
      slack += moves.filter { !$0.isNaN }.max() ?? 0
    }
    return slack * 1.05
  }

  private func replacing(
    _ index: Int, of expression: Expression, with value: Double
  ) -> Expression {
    var position = -1
    var stack: [Expression] = []
    for term in expression.terms {
      position += 1
      switch term {
      case .number(let number, _): stack.append(.number(position == index ? value : number))
      case .name(let name, _): stack.append(.name(name))
      case .apply(let primitive, let count):
        let operands = Array(stack.suffix(count))
        stack.removeLast(count)
        stack.append(.applying(primitive, to: operands))
      }
    }
    return stack.last ?? .number(0)
  }

  /// Half of the unit of the fourth significant digit: `0.8808` may be off by 0.00005.
  private func halfOfLastDigit(_ shown: String) -> Double {
    guard let value = Double(shown), value != 0 else { return 0 }
    var unit = 1.0
    while unit > abs(value) { unit /= 10 }
    while unit * 10 <= abs(value) { unit *= 10 }
    return unit / 2_000
  }
}
