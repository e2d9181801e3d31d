import Autograd
import Playback
import SceneLanguage

/// Which nodes a query finds, with the numbers that are known at a cursor: a value that is not
/// computed and a gradient that is not final are neither equal to anything nor different from it.
struct QueryMatching {
  let run: Run
  let cursor: Int
  let labels: LabelIndex

  /// The nodes for which every term holds, the best rank first, then in tape order.
  func nodes(_ query: Query) -> [NodeID] {
    guard !query.terms.isEmpty else { return [] }
    let conditions = query.terms.map { QueryCondition($0) }
    var found: [[NodeID]] = QueryRank.allCases.map { _ in [] }
    for node in run.scene.graph.nodes {
      if let rank = rank(of: node, under: conditions) { found[rank.rawValue].append(node) }
    }
    return found.flatMap { $0 }
  }

  /// What a query asks for that the lesson has still to compute; nil where its answer is final.
  func outstanding(_ query: Query) -> Query.Field? {
    let reads = query.terms.flatMap(\.fields)
    if reads.contains(.data), cursor < run.nodeCount { return .data }
    guard reads.contains(.gradient), run.hasBackwardPass, cursor < run.passStepCount else {
      return nil
    }
    return .gradient
  }

  private func rank(of node: NodeID, under conditions: [QueryCondition]) -> QueryRank? {
    var worst = QueryRank.wholeName
    for condition in conditions {
      switch condition {
      case .text(let text):
        guard let rank = labels.match(text.bytes, in: node) ?? text.rank(of: operation(of: node))
        else { return nil }
        if rank.rawValue > worst.rawValue { worst = rank }
      case .comparison(let comparison):
        guard numbers(comparison, of: node).contains(where: comparison.holds) else { return nil }
      case .notANumber: guard hasNumber(node, where: \.isNaN) else { return nil }
      case .infinite: guard hasNumber(node, where: \.isInfinite) else { return nil }
      }
    }
    return worst
  }

  private func operation(of node: NodeID) -> Operation { run.scene.graph.operation(of: node) }

  private func hasNumber(_ node: NodeID, where holds: (Double) -> Bool) -> Bool {
    (ends(.data, of: node) + ends(.gradient, of: node)).contains(where: holds)
  }

  /// What a comparison is made with. Of a tensor it is the element farthest from 0 where the sign
  /// does not count, else the least and the largest; never whether all elements are one number.
  private func numbers(_ comparison: Query.Comparison, of node: NodeID) -> [Double] {
    let ends = ends(comparison.field, of: node)
    guard run.isTensor(node) else { return ends }
    switch comparison.relation {
    case .equal, .unequal: return []
    case .greater, .greaterOrEqual, .less, .lessOrEqual:
      return comparison.isMagnitude
        ? ends.max { $0.magnitude < $1.magnitude }.map { [$0] } ?? [] : ends
    }
  }

  /// The number that is known, or the least and the largest element of a tensor.
  private func ends(_ field: Query.Field, of node: NodeID) -> [Double] {
    switch field {
    case .data where run.isTensor(node):
      guard run.isKnown(node, at: cursor), let range = run.range(of: node, at: cursor) else {
        return []
      }
      return [range.least, range.largest]
    case .data:
      return [run.constant(node) ?? run.value(of: node, at: cursor)].compactMap { $0 }
    case .gradient:
      guard case .final(let total) = run.gradient(of: node, at: cursor) else { return [] }
      guard run.isTensor(node) else { return [total] }
      return run.gradientRange(of: node).map { [$0.least, $0.largest] } ?? []
    }
  }
}

extension Query.Term {
  fileprivate var fields: [Query.Field] {
    switch self {
    case .text: []
    case .comparison(let comparison): [comparison.field]
    case .notANumber, .infinite: [.data, .gradient]
    }
  }
}
