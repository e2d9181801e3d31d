package import Autograd
package import Playback
import SceneLanguage

/// A search: what is typed, and which nodes it finds.
package struct Search: Hashable, Sendable {
  package internal(set) var prompt = Prompt()
  /// Where the search started, to go back to.
  package internal(set) var origin: NodeID?
  package private(set) var matches: [NodeID] = []
  package private(set) var position = 0
  package private(set) var mistake: Query.Mistake?
  /// What the query asks for that the lesson has still to compute.
  package private(set) var outstanding: Query.Field?
  private var labels: LabelIndex?

  package init(origin: NodeID?) {
    self.origin = origin
  }

  package var match: NodeID? {
    matches.indices.contains(position) ? matches[position] : nil
  }

  /// Whether the query will not do, however far the lesson goes on.
  package var isProblem: Bool {
    if let mistake { return !mistake.isUnfinished }
    return matches.isEmpty && outstanding == nil && !prompt.text.isEmpty
  }

  /// The place among the matches, `3/17`, or that there is none and why.
  package var standing: String {
    switch (matches.isEmpty, outstanding) {
    case (true, nil): "no match"
    case (true, .data): "no match yet: values come later"
    case (true, .gradient): "no match yet: gradients come later"
    case (false, nil): "\(position + 1)/\(matches.count)"
    case (false, .some): "\(position + 1)/\(matches.count) so far"
    }
  }

  /// Finds anew what was typed anew, from the best match on.
  package mutating func restart(in run: Run, at cursor: Int) {
    matches = []
    refresh(in: run, at: cursor)
  }

  /// Finds the same anew at another cursor; stays at the match if it still is one.
  package mutating func refresh(in run: Run, at cursor: Int) {
    let kept = match
    (matches, position, mistake, outstanding) = ([], 0, nil, nil)
    do throws(Query.Mistake) {
      let query = try Query(prompt.text)
      let labels = labels ?? LabelIndex(of: run)
      self.labels = labels
      let matching = QueryMatching(run: run, cursor: cursor, labels: labels)
      matches = matching.nodes(query)
      outstanding = matching.outstanding(query)
      position = kept.flatMap { matches.firstIndex(of: $0) } ?? 0
    } catch {
      mistake = error
    }
  }

  /// The scene is another one: names and numbers may have changed.
  package mutating func forgetLabels() { labels = nil }

  package mutating func move(by distance: Int) {
    guard !matches.isEmpty else { return }
    position = (position + distance + matches.count) % matches.count
  }

  /// Moves to the match after a node, or before it, around the ends; from a node that is none, to
  /// the first match that is later on the tape, or the last that is earlier.
  package mutating func move(by distance: Int, from node: NodeID) {
    if let index = matches.firstIndex(of: node) {
      position = index
      return move(by: distance)
    }
    position =
      distance > 0
      ? matches.firstIndex { $0 > node } ?? 0
      : matches.lastIndex { $0 < node } ?? max(0, matches.count - 1)
  }
}
