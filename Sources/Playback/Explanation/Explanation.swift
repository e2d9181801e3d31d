package import Autograd
package import SceneLanguage

/// What one step does and why, as data: every number in it is taken from the run.
///
/// ```
/// c passes its gradient to b
/// ∂L/∂b += ∂L/∂c · ∂c/∂b
///        = ∂L/∂c · c · (1 - c)
///        = -1.135 · 0.8808 · (1 - 0.8808)
///        = -1.135 · 0.105
///        = -0.1192
/// ```
package struct Explanation: Hashable, Sendable {
  /// A sentence.
  package let headline: [Piece]
  /// The algebra, one replacement a line.
  package let derivation: [Line]
  /// What else is worth saying: a convention, why a 0 is 0, where nan began.
  package let remarks: [String]
  /// Where the numbers of the step are read, without repeats.
  package let reads: [Reading]

  /// A part of a sentence.
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// Printed as the node's label; a drawer may mark it.
    case node(NodeID)
  }

  package struct Reading: Hashable, Sendable {
    package let node: NodeID
    package let field: Field
  }

  package struct Line: Hashable, Sendable {
    package let kind: Kind
    /// `∂L/∂b`; empty where the line goes on with the one before.
    package let left: String
    /// `+=` where something is added to a gradient, `<-` where a parameter changes, else `=`.
    package let relation: String
    package let right: Expression
    /// What the right side is, with all digits.
    package let value: Double

    package enum Kind: Hashable, Sendable {
      /// The chain rule.
      case rule
      /// The derivative or the operation put in, over the names of nodes.
      case symbols
      /// Numbers for the names.
      case numbers
      case result
    }
  }
}
