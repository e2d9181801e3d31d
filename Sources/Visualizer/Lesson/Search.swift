package import Autograd
package import Playback
import SceneLanguage

/// A search by name: what is typed, and which nodes it finds.
package struct Search: Hashable, Sendable {
  package internal(set) var prompt = Prompt()
  /// Where the search started, to go back to.
  package internal(set) var origin: NodeID?
  package private(set) var matches: [NodeID] = []
  package private(set) var position = 0

  package init(origin: NodeID?) {
    self.origin = origin
  }

  package var match: NodeID? {
    matches.indices.contains(position) ? matches[position] : nil
  }

  /// Finds the nodes whose label holds the text, whole names first, then in tape order.
  package mutating func refresh(in run: Run) {
    let wanted = prompt.text.lowercased()
    position = 0
    guard !wanted.isEmpty else {
      matches = []
      return
    }
    let labels = run.scene.graph.nodes.map { (node: $0, label: run.labels[$0].lowercased()) }
    let whole = labels.filter { $0.label == wanted }
    let partial = labels.filter { $0.label != wanted && $0.label.contains(wanted) }
    matches = (whole + partial).map(\.node)
  }

  package mutating func move(by distance: Int) {
    guard !matches.isEmpty else { return }
    position = (position + distance + matches.count) % matches.count
  }
}
