package import Autograd

/// What the user chose, one after the other, as a browser keeps pages; nil is the selection that
/// follows the step.
package struct SelectionHistory: Sendable {
  package private(set) var current: NodeID?
  /// Nearest to `current` last.
  private var earlier: [NodeID?] = []
  private var later: [NodeID?] = []

  package static let longest = 100

  package init() {}

  package var canGoBack: Bool { !earlier.isEmpty }
  package var canGoForward: Bool { !later.isEmpty }

  /// Notes a choice; what lay ahead is forgotten. The same choice again changes nothing.
  package mutating func visit(_ choice: NodeID?) {
    guard choice != current else { return }
    earlier.append(current)
    if earlier.count > Self.longest { earlier.removeFirst() }
    later = []
    current = choice
  }

  package mutating func back() {
    guard let choice = earlier.popLast() else { return }
    later.append(current)
    current = choice
  }

  package mutating func forward() {
    guard let choice = later.popLast() else { return }
    earlier.append(current)
    current = choice
  }

  /// Follows the choices into a scene of another shape; those without a node there are dropped.
  package mutating func rename(_ renamed: (NodeID) -> NodeID?) {
    current = current.flatMap(renamed)
    earlier = kept(earlier, renamed)
    later = kept(later, renamed)
  }

  /// No two neighbours are the same, `current` among them, so that every key press moves.
  private func kept(_ choices: [NodeID?], _ renamed: (NodeID) -> NodeID?) -> [NodeID?] {
    var kept: [NodeID?] = []
    var neighbour = current
    for choice in choices.reversed() {
      let place = choice.flatMap(renamed)
      guard place != neighbour, choice == nil || place != nil else { continue }
      kept.append(place)
      neighbour = place
    }
    return kept.reversed()
  }
}
