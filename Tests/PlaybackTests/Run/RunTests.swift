import Autograd
import Playback
import SceneLanguage
import Testing

struct RunTests {
  @Test func `the steps of x*x are two values, seed and final, two contributions and a final`()
    throws
  {
    let run = Run(scene: try HandBuiltScene.square())
    #expect(
      Draw.steps(of: run) == [
        "forward value x", "forward value L", "seed seed L", "seed final L",
        "backward contribution L.0 -> x 3 (none + 3 = 3, 1 of 2)",
        "backward contribution L.1 -> x 3 (3 + 3 = 6, 2 of 2)", "backward final x",
      ])
  }

  @Test func `constants receive no contributions`() throws {
    let run = Run(scene: try HandBuiltScene.chain())
    #expect(
      Draw.steps(of: run).suffix(12) == [
        "backward contribution L.0 -> g -1 (none + -1 = -1, 1 of 1)", "backward final g",
        "backward contribution g.0 -> c -1.135 (none + -1.135 = -1.135, 1 of 1)",
        "backward final c",
        "backward contribution c.0 -> b -0.1192 (none + -0.1192 = -0.1192, 1 of 1)",
        "backward final b",
        "backward contribution b.0 -> w -0.4768 (none + -0.4768 = -0.4768, 1 of 1)",
        "backward final w",
        "backward contribution b.1 -> a -0.0596 (none + -0.0596 = -0.0596, 1 of 1)",
        "backward final a",
        "backward contribution a.0 -> x -0.2384 (none + -0.2384 = -0.2384, 1 of 1)",
        "backward final x",
      ])
  }

  @Test func `what is known at every moment is what doing the steps one by one gives`() throws {
    for scene in try HandBuiltScene.all() {
      let run = Run(scene: scene)
      var replay = Replay()
      #expect(replay.agrees(with: run, at: 0))
      for index in 0..<run.stepCount {
        replay.perform(run.step(at: index), of: run)
        #expect(replay.agrees(with: run, at: index + 1))
      }
    }
  }

  @Test func `the sums of the contributions are the gradients of the backward pass`() throws {
    for scene in try HandBuiltScene.all() {
      let run = Run(scene: scene)
      let gradients = scene.graph.backward(from: run.output, values: scene.graph.forward())
      for node in scene.graph.nodes {
        #expect((run.gradient(of: node, at: run.stepCount).total ?? 0) == gradients[node.index])
        #expect((run.gradients[node.index] ?? 0) == gradients[node.index])
      }
    }
  }

  @Test func `the steps of a node are exactly those about it`() throws {
    for scene in try HandBuiltScene.all() {
      let run = Run(scene: scene)
      for node in scene.graph.nodes {
        let expected = (0..<run.stepCount).filter { run.step(at: $0).node == node }
        #expect(run.steps(of: node) == expected)
      }
    }
  }

  @Test func `what is not known is not yet, and what never comes says why`() throws {
    var builder = HandBuiltScene()
    let x = builder.input("x", 3)
    let aside = builder.input("aside", 1)
    let two = builder.constant(2)
    let output = try builder.apply("multiply", x, two, named: "L")
    let run = Run(scene: builder.scene(output: output))
    #expect(run.value(of: x, at: 0) == nil)
    #expect(run.gradient(of: x, at: 4) == .notYet)
    #expect(run.gradient(of: aside, at: run.stepCount) == .never(.outputDoesNotDependOnIt))
    #expect(run.gradient(of: two, at: 0) == .never(.constant))
    #expect(run.gradient(of: output, at: 5) == .partial(total: 1, received: 1, expected: 1))
    #expect(run.gradient(of: x, at: 7) == .partial(total: 2, received: 1, expected: 1))
    #expect(run.gradient(of: x, at: 8) == .final(2))
  }

  @Test func `another output makes another run over the same values`() throws {
    let scene = try HandBuiltScene.chain()
    let run = Run(scene: scene, output: NodeID(4))
    #expect(run.gradients[4] == 1)
    #expect(run.gradients[5] == nil)
    #expect(run.gradients[1] == 4)
  }

  @Test func `a run whose output is a constant ends with the forward phase`() {
    var builder = HandBuiltScene()
    let two = builder.constant(2)
    let run = Run(scene: builder.scene(output: two))
    #expect(run.stepCount == 1)
    #expect(run.gradient(of: two, at: 1) == .never(.constant))
  }

  @Test func `the first value that is no number is named once it is known`() throws {
    var builder = HandBuiltScene()
    let x = builder.input("x", -1)
    let log = try builder.apply("log", x)
    let output = try builder.apply("negate", log, named: "L")
    let run = Run(scene: builder.scene(output: output))
    #expect(run.firstNonFinite(at: 1) == nil)
    #expect(run.firstNonFinite(at: 2) == log)
    #expect(run.firstNonFinite(at: 3) == log)
  }
}
