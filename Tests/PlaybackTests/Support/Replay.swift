import Autograd
import Playback
import SceneLanguage

/// The state of a run found the slow way: by doing the steps one after the other.
struct Replay {
  private(set) var values: [NodeID: Double] = [:]
  private(set) var totals: [NodeID: Double] = [:]
  private(set) var rows: [NodeID: [Contribution]] = [:]
  private(set) var finals: Set<NodeID> = []

  init() {}

  /// Begins with what the step of training before left.
  init(beginning run: Run) {
    for node in run.scene.graph.nodes {
      values[node] = run.value(of: node, at: 0)
      totals[node] = run.gradient(of: node, at: 0).total
    }
  }

  mutating func perform(_ step: Step, of run: Run) {
    switch step.kind {
    case .value(let node): values[node] = run.values[node.index]
    case .zero(let nodes): for node in nodes { totals[node] = 0 }
    case .update(let node): values[node] = run.value(of: node, at: run.stepCount)
    case .seed(let node): totals[node] = 1
    case .final(let node): finals.insert(node)
    case .contribution(let arrival):
      let contribution = arrival.contribution
      totals[contribution.to] =
        totals[contribution.to].map { $0 + contribution.amount }
        ?? contribution.amount
      rows[contribution.to, default: []].append(contribution)
    }
  }

  func agrees(with run: Run, at cursor: Int) -> Bool {
    run.scene.graph.nodes.allSatisfy { node in
      let ledger = run.ledger(of: node, at: cursor)
      let state = run.gradient(of: node, at: cursor)
      return run.value(of: node, at: cursor) == values[node]
        && state.total == totals[node] && ledger.total == totals[node]
        && state.isFinal == finals.contains(node) && ledger.isFinal == finals.contains(node)
        && ledger.rows.map(\.arrival.contribution) == rows[node] ?? []
    }
  }
}
