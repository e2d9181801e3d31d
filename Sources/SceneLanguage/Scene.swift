package import Autograd

/// A scene that was read without a mistake: the graph and everything the text says about it.
package struct Scene: Sendable {
  package let source: Source
  /// The first line of the first comment block, or nothing.
  package let title: String
  /// The rest of that block.
  package let introduction: [String]

  package let graph: Graph
  /// Where the backward pass starts.
  package let output: NodeID
  /// What is known of each node beside its operation, parallel to the tape.
  package let details: [NodeDetail]
  package let statements: [Statement]
  /// The lines of the functions' bodies.
  package let bodies: [Statement]
  package let groups: [Group]
  package let expectations: [Expectation]
  package let training: TrainingPlan?
  /// The functions whose groups start folded.
  package let folds: [String]

  /// What the text says about one node.
  package struct NodeDetail: Hashable, Sendable {
    /// The name it was defined under; nil for an anonymous inner node.
    package internal(set) var name: String?
    /// The statement that made it, as an index into `statements`.
    package let statement: Int32
    /// The line of a function's body that made it, as an index into `bodies`; -1 outside of one.
    package let body: Int32
    /// The innermost group it belongs to, as an index into `groups`; -1 for none.
    package let group: Int32
    /// For a leaf, the characters an edit replaces; nil where there are none (a default operand,
    /// a leaf made inside a function's body at a second call).
    package let literal: SourceRange?
  }

  /// One line of the lesson.
  package struct Statement: Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// The comment above it or behind it on its line, without `#`; nil where there is none.
    package let note: String?
  }

  /// The nodes one call of a function made.
  package struct Group: Hashable, Sendable {
    package let function: String
    /// Which call of that function this is, from 1.
    package let call: Int
    /// The group around it, as an index; nil at the top.
    package let parent: Int?
    /// The consecutive nodes it made, as tape indices.
    package let nodes: Range<Int>
    /// The one of them that the call returned; the last one where it returned none of them.
    package let result: NodeID
  }

  /// What `expect` states.
  package struct Expectation: Hashable, Sendable {
    package let node: NodeID
    /// The node's name as the text has it.
    package let name: String
    /// True for `expect grad(x) = …`.
    package let isGradient: Bool
    package let value: Tensor
    /// Relative; 1e-9 where the text says nothing.
    package let tolerance: Double
    package let line: Int
  }

  /// The arguments of `train(…)`, kept for training.
  package struct TrainingPlan: Hashable, Sendable {
    package enum Optimizer: String, Sendable { case sgd, momentum, adam }
    package let steps: Int
    package let rate: Double
    package var optimizer: Optimizer
    package var momentum: Double
    package let batch: Int?
    /// Where the order of the samples begins, for mini-batches.
    package let seed: Int
    /// Whether every step begins with gradients of 0.
    package let zeroesGradients: Bool

    /// How many steps are planned where so many are made: as many as the scene asks for, and as
    /// many again for those who go on behind them.
    package func plannedSteps(including count: Int) -> Int {
      let round = max(1, steps)
      return count > round ? ((count - 1) / round + 1) * round : round
    }
  }
}

extension Scene {
  /// The line a reader looks for a node in: that of its name, and for a node without one inside of
  /// a function, the line of the body.
  package func line(of node: NodeID) -> Int { lines(of: node)[0].line }

  /// The comment on that line, or else on the other of the two.
  package func note(of node: NodeID) -> String? { lines(of: node).lazy.compactMap(\.note).first }

  private func lines(of node: NodeID) -> [Statement] {
    let detail = details[node.index]
    let call = statements[Int(detail.statement)]
    guard detail.body >= 0 else { return [call] }
    let inside = bodies[Int(detail.body)]
    return detail.name == nil ? [inside, call] : [call, inside]
  }
}
