/// The contributions a node has received so far, in the order in which they were added.
package struct Ledger: Hashable, Sendable {
  package let rows: [Row]
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
