import Testing

@testable import Autograd

/// Graphs on which learners, and other tools, come to wrong numbers.
struct LessonTests {
  struct Lesson: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let inputs: [Double]
    let record: @Sendable ([Value]) -> Value
    let value: Double
    let gradients: [Double]
  }

  static let lessons: [Lesson] = [
    Lesson(
      testDescription: "gradients add up at a fork: b = a + a", inputs: [3],
      record: { $0[0] + $0[0] }, value: 6, gradients: [2]),
    Lesson(
      testDescription: "both products of d·e reach a and b", inputs: [-2, 3],
      record: { input in
        let (d, e) = (input[0] * input[1], input[0] + input[1])
        return d * e
      }, value: -6, gradients: [-3, -8]),
    Lesson(
      testDescription: "topological order matters", inputs: [2, 3],
      record: { input in
        let c = input[0] + input[1]
        let d = input[0] * input[1]
        let (e, f) = (c + d, c * d)
        return e + f
      }, value: 41, gradients: [25, 19]),
    Lesson(
      testDescription: "L = y·h with h = 3x, y = h + x", inputs: [2],
      record: { input in
        let h = 3 * input[0]
        let y = h + input[0]
        return y * h
      }, value: 48, gradients: [48]),
    Lesson(
      testDescription: "partial and total: L = -(a·5a), a = x²", inputs: [2],
      record: { input in
        let a = pow(input[0], 2)
        let b = 5 * a
        return -(a * b)
      }, value: -80, gradients: [-160]),
    Lesson(
      testDescription: "add distributes, multiply swaps, max routes", inputs: [3, -4, 2, -1],
      record: { 2 * ($0[0] * $0[1] + maximum($0[2], $0[3])) }, value: -20,
      gradients: [-8, 6, 2, 0]),
    Lesson(
      testDescription: "x·x", inputs: [3], record: { $0[0] * $0[0] }, value: 9, gradients: [6]),
    Lesson(
      testDescription: "x - x", inputs: [3], record: { $0[0] - $0[0] }, value: 0, gradients: [0]),
    Lesson(
      testDescription: "x / x", inputs: [3], record: { $0[0] / $0[0] }, value: 1, gradients: [0]),
    Lesson(
      testDescription: "x ^ x", inputs: [2], record: { pow($0[0], $0[0]) }, value: 4,
      gradients: [4 + 4 * 0.6931471805599453]),
  ]

  @Test(arguments: lessons)
  func `every way to the gradient gives the true one`(_ lesson: Lesson) {
    var tape = Tape()
    let output = tape.record { recorder in lesson.record(lesson.inputs.map(recorder.input)) }
    let graph = tape.graph
    let leaves = lesson.inputs.indices.map { NodeID($0) }
    let values = graph.forward()
    #expect(values[output.index] == lesson.value)
    #expect(tape.value(of: output) == lesson.value)

    let gradients = graph.backward(from: output, values: values)
    #expect(leaves.map { gradients[$0.index] } == lesson.gradients)

    tape.backward(from: output)
    #expect(leaves.map { tape.gradient(of: $0) } == lesson.gradients)

    var schedule = Schedule(graph, output: output)
    schedule.forward()
    schedule.backward()
    #expect(leaves.map { schedule.gradient(of: $0) } == lesson.gradients)
    // A second pass starts anew: nothing is left over from the first.
    schedule.backward()
    #expect(leaves.map { schedule.gradient(of: $0) } == lesson.gradients)
  }

  @Test func `ten sigmoids leave less than a millionth of the gradient`() {
    var tape = Tape()
    let output = tape.record { recorder in
      (0..<10).reduce(recorder.input(0)) { value, _ in sigmoid(value) }
    }
    tape.backward(from: output)
    var expected = 1.0
    for node in 1...10 {
      let out = tape.value(of: NodeID(node))
      expected *= out * (1 - out)
    }
    let gradient = tape.gradient(of: NodeID(0))
    #expect((gradient - expected).magnitude <= 1e-12 * expected)
    #expect(gradient > 0 && gradient <= 0x1p-20)
  }
}
