package import Autograd
import SceneLanguage

/// What is known when `cursor` steps are done. Nothing is replayed and nothing changes: going back
/// is asking with a smaller number.
extension Run {
  /// Whether the node's value is computed, or was known before: a constant's.
  package func isKnown(_ node: NodeID, at cursor: Int) -> Bool {
    node.index < cursor || scene.graph.operation(of: node) == .constant || isTrained(node)
  }

  /// The node's value, once its step is done, and from its update on what that made of it; nan where
  /// it is a tensor.
  package func value(of node: NodeID, at cursor: Int) -> Double? {
    if let update = update(of: node, at: cursor) { return update.number }
    return node.index < cursor || isTrained(node) ? values[node.index] : nil
  }

  /// The number of a constant, which is known before anything is computed; nil for other nodes.
  package func constant(_ node: NodeID) -> Double? {
    if case .constant = scene.graph.operation(of: node) { values[node.index] } else { nil }
  }

  package func gradient(of node: NodeID, at cursor: Int) -> GradientState {
    if case .constant = scene.graph.operation(of: node) { return .never(.constant) }
    guard let final = gradients[node.index] else { return .never(.outputDoesNotDependOnIt) }
    if node == output, cursor > seedStep {
      return cursor == seedStep + 1
        ? .partial(total: final, received: 1, expected: 1) : .final(final)
    }
    let range = entryRange(of: node)
    let received = arrivedCount(in: range, at: cursor)
    guard received > 0 else {
      return gradientBeforeBackward(of: node, at: cursor, expecting: range.count)
    }
    let last = entries[range.lowerBound + received - 1]
    if received == range.count, Int(last.step) + 1 < cursor { return .final(final) }
    return .partial(total: last.total, received: received, expected: range.count)
  }

  /// What the node has received so far.
  package func ledger(of node: NodeID, at cursor: Int) -> Ledger {
    let range = entryRange(of: node)
    let received = arrivedCount(in: range, at: cursor)
    let rows = range.prefix(received).map { index in
      Ledger.Row(arrival: arrival(at: index), step: Int(entries[index].step))
    }
    let state = gradient(of: node, at: cursor)
    return Ledger(
      rows: rows, carried: carried(of: node, at: cursor), expected: range.count,
      total: state.total, isFinal: state.isFinal)
  }

  /// The first node whose known value is nan or infinite.
  package func firstNonFinite(at cursor: Int) -> NodeID? {
    firstNonFiniteValue.flatMap { $0.index < cursor ? $0 : nil }
  }

  /// How many of the entries have their step before the cursor.
  private func arrivedCount(in range: Range<Int>, at cursor: Int) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if Int(entries[middle].step) < cursor { low = middle + 1 } else { high = middle }
    }
    return low - range.lowerBound
  }
}

extension GradientState {
  package var isFinal: Bool {
    if case .final = self { return true }
    return false
  }

  /// Whether all that will arrive is in.
  package var isComplete: Bool {
    switch self {
    case .final: true
    case .partial(_, let received, let expected): received > 0 && received == expected
    case .notYet, .never, .carried: false
    }
  }
}
