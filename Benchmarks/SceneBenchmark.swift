import Autograd
import RandomNumbers
import SceneLanguage

/// A long scene from its text to all gradients.
enum SceneBenchmark {
  static func measure() throws -> Table {
    let statementCount = 100_000
    let source = Source(name: "long.txt", text: text(statementCount: statementCount))
    guard case .scene(let scene) = Scene.load(source) else {
      throw Disagreement(description: "the generated scene has mistakes")
    }
    let graph = scene.graph
    let values = graph.forward()
    var checksum = 0.0
    let rounds = Rounds([
      { if case .scene(let scene) = Scene.load(source) { checksum += Double(scene.graph.count) } },
      { checksum += graph.forward()[scene.output.index] },
      { checksum += graph.backward(from: scene.output, values: values)[0] },
    ])
    var table = Table("scene of 100,000 statements", "ms", "must", "goal")
    table.add("parse + lower", (rounds.median(0) * 1e3).brief, "", "")
    table.add("forward", (rounds.median(1) * 1e3).brief, "", "")
    table.add("backward", (rounds.median(2) * 1e3).brief, "", "")
    let all = rounds.median(0) + rounds.median(1) + rounds.median(2)
    table.add("all", (all * 1e3).brief, "100", "40")
    table.note("\(source.text.utf8.count) bytes, \(graph.count) nodes, checksum \(checksum).")
    return table
  }

  /// Sums, differences, products and tanh of recent values, the same on every machine.
  private static func text(statementCount: Int) -> String {
    var random = SplitMix64()
    var text = "x0 = 0.5\n"
    for index in 1..<statementCount {
      let x = index - 1 - random.below(min(index, 50))
      let y = index - 1 - random.below(min(index, 50))
      switch random.below(5) {
      case 0: text += "x\(index) = x\(x) + x\(y)\n"
      case 1: text += "x\(index) = x\(x) - x\(y)\n"
      case 2: text += "x\(index) = x\(x) * x\(y)\n"
      default: text += "x\(index) = tanh(x\(x))\n"
      }
    }
    return text
  }
}
