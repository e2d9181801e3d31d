package import Autograd

/// Why a gradient that is known is a real 0, and not a gradient that is not known yet.
package enum ZeroReason: CaseIterable, Hashable, Sendable {
  /// The only ways to the output lead through a local derivative of 0: a closed ReLU, a factor 0.
  case localDerivative
  /// Every consumer's own gradient is 0.
  case upstream
  /// The contributions are not 0, and their sum is.
  case cancellation
  /// Factors that are not 0 have a product that is too small for a number.
  case underflow
}

extension ZeroReason {
  /// The same as a sentence: wherever a 0 is explained, it is explained in these words.
  package var sentence: String {
    switch self {
    case .localDerivative: "A real 0: a local derivative on the way is 0."
    case .upstream: "A real 0: every consumer's own gradient is 0."
    case .cancellation: "A real 0: the contributions cancel."
    case .underflow: "0 because the products are too small for a number."
    }
  }
}

extension Run {
  /// Why the node's final gradient is 0; nil where it is not, or where there never is one.
  package func zeroReason(of node: NodeID) -> ZeroReason? {
    guard !isTensor(node), gradients[node.index] == 0 else { return nil }
    let contributions = ledger(of: node, at: stepCount).rows.map(\.arrival.contribution)
    if contributions.contains(where: { $0.amount != 0 }) { return .cancellation }
    // What a number receives from a tensor is a sum of products, none of which is kept.
    guard contributions.allSatisfy(isOfNumbers) else { return nil }
    if contributions.contains(where: { $0.local != 0 && $0.upstream != 0 }) { return .underflow }
    return contributions.contains { $0.local == 0 } ? .localDerivative : .upstream
  }
}
