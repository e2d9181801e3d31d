import SceneLanguage

extension Explanation {
  /// The headline as one sentence.
  package func sentence(_ labels: Labels) -> String {
    headline.map { piece in
      switch piece {
      case .text(let text): text
      case .node(let node): labels[node]
      }
    }.joined()
  }

  /// The derivation in one line for each quantity, shortened to what leads to its numbers:
  /// `∂L/∂b += ∂L/∂c · ∂c/∂b = -1.135 · 0.105 = -0.1192`.
  package var chains: [String] { Self.chains(of: derivation) }

  static func chains(of derivation: [Line]) -> [String] {
    var chains: [[Line]] = []
    for line in derivation {
      if line.left.isEmpty, !chains.isEmpty {
        chains[chains.count - 1].append(line)
      } else {
        chains.append([line])
      }
    }
    return chains.map { text(of: $0) }
  }

  /// The first line, the last line of numbers and the result.
  private static func text(of chain: [Line]) -> String {
    let numbers = chain.lastIndex { $0.kind == .numbers }
    return chain.indices.filter { $0 == 0 || $0 == numbers || $0 == chain.count - 1 }
      .map { index in
        let line = chain[index]
        let start = line.left.isEmpty ? "" : line.left + " "
        return start + line.relation + " " + line.right.text(.mathematical)
      }
      .joined(separator: " ")
  }
}
