import Autograd
import Playback
import SceneLanguage

/// What the names in an explanation's formulas stand for, found without the explanation.
struct Bindings {
  private(set) var values: [String: Double] = [:]

  init(of run: Run) {
    let graph = run.scene.graph
    let output = run.labels[run.output]
    for index in 0..<run.stepCount {
      guard case .contribution(let arrival) = run.step(at: index).kind else { continue }
      let edge = arrival.contribution
      let isRepeated = Array(graph.operands(of: edge.from)) == [edge.to, edge.to]
      let position = isRepeated ? (edge.slot == 0 ? "₁" : "₂") : ""
      values["∂\(run.labels[edge.from])/∂\(run.labels[edge.to])\(position)"] = edge.local
    }
    for node in graph.nodes {
      values[run.labels[node]] = run.values[node.index]
      if let gradient = run.gradients[node.index] {
        values["∂\(output)/∂\(run.labels[node])"] = gradient
      }
    }
  }
}

/// A displayed formula read back from the characters on the screen.
enum Displayed {
  static func parse(_ text: String) -> Expression? {
    var source = ""
    var isRaised = false
    for character in text {
      if let power = "⁰¹²³⁴⁵⁶⁷⁸⁹".firstIndex(of: character) {
        let digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
        if !isRaised { source += "^" }
        source += String(digits.distance(from: digits.startIndex, to: power))
        isRaised = true
        continue
      }
      isRaised = false
      switch character {
      case "·": source += "*"
      case "σ": source += "sigmoid"
      case "√": source += "sqrt"
      default: source.append(character)
      }
    }
    return Expression(source)
  }
}
