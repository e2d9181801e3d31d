import Autograd

/// What the step of training before left of the parameters' gradients: it goes when they are set to
/// 0, and is the first row of their ledgers where that is left out.
extension Run {
  /// Nil for other nodes, and in the first step.
  func carriedGradient(of node: NodeID) -> Tensor? {
    guard let moment, let place = moment.place(of: node), !moment.carried.isEmpty else {
      return nil
    }
    return Tensor(moment.carried[place], shape: shape(of: node))
  }

  /// Whether the node's contributions are added to what was carried over. The seed of an output that
  /// is a parameter is set, not added.
  func hasCarriedTotal(_ node: NodeID) -> Bool {
    guard let moment, !moment.zeroesGradients, !moment.carried.isEmpty, node != output else {
      return false
    }
    return moment.place(of: node) != nil
  }

  /// What the node's contributions are added to, nan where it is a tensor; nil where there is none.
  func carriedTotal(of node: NodeID) -> Double? {
    guard hasCarriedTotal(node), let carried = carriedGradient(of: node) else { return nil }
    return carried.number ?? .nan
  }

  /// What is there of the step before at a moment, nan where it is a tensor; nil where nothing is.
  func carried(of node: NodeID, at cursor: Int) -> Double? {
    if hasCarriedTotal(node) { return carriedTotal(of: node) }
    guard moment != nil, cursor <= nodeCount, let carried = carriedGradient(of: node) else {
      return nil
    }
    return carried.number ?? .nan
  }

  /// What a node has before anything arrives: blank, or of a parameter what was carried over, or the
  /// 0 it was set to.
  func gradientBeforeBackward(
    of node: NodeID, at cursor: Int, expecting expected: Int
  ) -> GradientState {
    guard moment?.place(of: node) != nil else { return .notYet }
    if cursor > nodeCount, seedStep > nodeCount {
      return .partial(total: 0, received: 0, expected: expected)
    }
    if let carried = carriedGradient(of: node) { return .carried(carried.number ?? .nan) }
    return .notYet
  }
}
