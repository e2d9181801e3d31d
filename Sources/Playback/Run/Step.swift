package import Autograd

/// One step of the lesson: the smallest change a reader can look at.
package struct Step: Hashable, Sendable {
  /// The position in the run; the cursor stands at `index + 1` once the step is done.
  package let index: Int
  package let phase: Phase
  package let kind: Kind

  package enum Phase: String, Hashable, Sendable, CaseIterable {
    case forward, zero, seed, backward, update
  }

  package enum Kind: Hashable, Sendable {
    /// The node's value becomes known.
    case value(NodeID)
    /// The gradients of these parameters are set to 0.
    case zero([NodeID])
    /// The output's gradient with respect to itself is 1.
    case seed(NodeID)
    /// One contribution is added to its receiver's gradient.
    case contribution(Arrival)
    /// Nothing more can arrive at the node.
    case final(NodeID)
    /// The parameter becomes what the optimizer makes of it.
    case update(NodeID)

    /// The word the machine-readable output uses.
    package var name: String {
      switch self {
      case .value: "value"
      case .zero: "zero"
      case .seed: "seed"
      case .contribution: "contribution"
      case .final: "final"
      case .update: "update"
      }
    }
  }

  /// The node the step is about: the receiver where a contribution arrives, of several the first.
  package var node: NodeID {
    switch kind {
    case .value(let node), .seed(let node), .final(let node), .update(let node): node
    case .zero(let nodes): nodes.first ?? NodeID(0)
    case .contribution(let arrival): arrival.contribution.to
    }
  }
}

/// A contribution in the moment it is added to its receiver's gradient.
package struct Arrival: Hashable, Sendable {
  package let contribution: Contribution
  /// The receiver's total until then; nil where nothing has arrived before.
  package let before: Double?
  /// The receiver's total from then on.
  package let total: Double
  /// How many contributions have arrived, this one included.
  package let received: Int
  /// How many will arrive altogether.
  package let expected: Int

  /// Whether it is the whole gradient: no other arrives, and nothing was carried over.
  package var isAlone: Bool { expected == 1 && before == nil }
}
