import Autograd
import SceneLanguage
import Testing

@testable import Playback

struct LargeRunTests {
  @Test func `a run as deep as it is long answers everywhere and is stored in 150 bytes a node`()
    throws
  {
    let count = 50_000
    var builder = HandBuiltScene()
    let x = builder.input("x", -1)
    var last = try builder.apply("log", x, named: "first")
    for _ in 0..<count { last = try builder.apply("add", last, x) }
    let run = Run(scene: builder.scene(output: last))

    #expect(run.stepCount == run.nodeCount + 2 + (2 * count + 1) + (count + 1))
    #expect(bytes(of: run) <= 150 * run.nodeCount)
    #expect(run.ledger(of: x, at: run.stepCount).rows.count == count + 1)
    #expect(
      run.explanation(of: count).remarks == ["nan first appears at first = log(x), where x = -1."])
    #expect(
      run.explanation(of: run.stepCount - 1).remarks == [
        "Nothing more can arrive.", "It is the sum of 50001 contributions.",
      ])
  }

  @Test func `nan that travels down a long way back is traced to where it began`() throws {
    var builder = HandBuiltScene()
    let x = builder.input("x", 2)
    var last = x
    for _ in 0..<20_000 { last = try builder.apply("negate", last) }
    let zero = builder.input("zero", 0)
    let root = try builder.apply("sqrt", zero, named: "root")
    let product = try builder.apply("multiply", last, root, named: "product")
    let output = try builder.apply("divide", product, root, named: "L")
    let run = Run(scene: builder.scene(output: output))
    let remarks = run.explanation(of: run.steps(of: x)[1]).remarks
    let step = run.nodeCount + 3
    #expect(remarks == ["This inf first appears in step \(step): ∂L/∂product += 1 · inf."])
  }

  private func bytes(of run: Run) -> Int {
    run.entries.count * MemoryLayout<Run.Entry>.stride + run.slots.count
      + 4 * (run.firstEntries.count + run.backwardSteps.count)
      + run.values.count * MemoryLayout<Double>.stride
      + run.gradients.count * MemoryLayout<Double?>.stride
  }
}
