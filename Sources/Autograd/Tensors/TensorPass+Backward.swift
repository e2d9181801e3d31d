extension TensorPass {
  /// Walks the tape backwards from `output`, seeded with ones.
  ///
  /// The first contribution to a node is written where its gradient lies; further ones are made in
  /// `scratch` and added, so that each is what `pullback` gives alone, bit by bit.
  ///
  /// - Parameters:
  ///   - receives: what `Graph.receivesGradient(from:)` says.
  ///   - gradients: room for `columns.gradientCount` numbers; those of nodes that receive nothing
  ///     are left alone.
  ///   - scratch: room for the largest node that receives, and for the largest of `carrying`.
  ///   - carrying: leaves that begin with what lies there; contributions are added to it.
  ///   - visit: called for each contribution in the order in which they are added.
  func backward(
    from output: NodeID, receives: [Bool], gradients: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>, carrying: [NodeID] = [],
    visit: (Arc) -> Void = { _ in }
  ) {
    guard receives[output.index] else { return }
    var hasReceived = [Bool](repeating: false, count: output.index + 1)
    for node in carrying { hasReceived[node.index] = true }
    let seed = gradients + columns.gradientStarts[output.index]
    seed.update(repeating: 1, count: columns.shapes[output.index].count)
    for node in stride(from: output.index, through: 0, by: -1)
    where receives[node] && graph.codes[node] < Graph.constantCode {
      let upstream = UnsafePointer(gradients + columns.gradientStarts[node])
      for slot in 0..<(graph.second[node] < 0 ? 1 : 2) {
        let operand = Int(slot == 0 ? graph.first[node] : graph.second[node])
        guard receives[operand] else { continue }
        let destination = gradients + columns.gradientStarts[operand]
        if hasReceived[operand] {
          pullback(node, slot: slot, upstream: upstream, into: scratch)
          for i in 0..<columns.shapes[operand].count { destination[i] += scratch[i] }
        } else {
          pullback(node, slot: slot, upstream: upstream, into: destination)
          hasReceived[operand] = true
        }
        visit(Arc(from: NodeID(node), slot: slot, to: NodeID(operand)))
      }
    }
  }
}

/// One edge of a graph, in the direction of the backward pass.
public struct Arc: Hashable, Sendable {
  /// The consumer.
  public let from: NodeID
  /// The operand position at the consumer.
  public let slot: Int
  /// The operand that receives.
  public let to: NodeID

  /// The edge between these two.
  public init(from: NodeID, slot: Int, to: NodeID) {
    self.from = from
    self.slot = slot
    self.to = to
  }
}
