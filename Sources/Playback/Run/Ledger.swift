/// The contributions a node has received so far, in the order in which they were added.
package struct Ledger: Hashable, Sendable {
  package let rows: [Row]
  /// What the step of training before left, which the rows are added to, nan where it is a tensor;
  /// nil where there is none, or none any more.
  package let carried: Double?
  /// How many contributions will arrive altogether; 0 at the output, which is seeded instead.
  package let expected: Int
  /// Their sum so far, or the seed; nil while nothing has arrived.
  package let total: Double?
  package let isFinal: Bool

  package struct Row: Hashable, Sendable {
    package let arrival: Arrival
    /// The step that added it.
    package let step: Int
  }
}
