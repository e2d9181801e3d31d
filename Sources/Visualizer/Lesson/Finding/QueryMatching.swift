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
    guard reads.contains(.gradient), run.hasBackwardPass, cursor < run.stepCount else { return nil }
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
        guard let number = number(comparison.field, of: node), comparison.holds(for: number)
        else { return nil }
      case .notANumber: guard hasNumber(node, where: \.isNaN) else { return nil }
      case .infinite: guard hasNumber(node, where: \.isInfinite) else { return nil }
      }
    }
    return worst
  }

  private func operation(of node: NodeID) -> Operation { run.scene.graph.operation(of: node) }

  private func hasNumber(_ node: NodeID, where holds: (Double) -> Bool) -> Bool {
    number(.data, of: node).map(holds) ?? false || number(.gradient, of: node).map(holds) ?? false
  }

  private func number(_ field: Query.Field, of node: NodeID) -> Double? {
    switch field {
    case .data: run.constant(node) ?? run.value(of: node, at: cursor)
    case .gradient:
      if case .final(let total) = run.gradient(of: node, at: cursor) { total } else { nil }
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
