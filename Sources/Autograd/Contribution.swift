/// One addition of the backward pass: what a consumer passes to the operand in one of its slots.
///
/// `amount = upstream · local`: the chain rule along one edge.
public struct Contribution: Hashable, Sendable {
  /// The consumer, whose gradient is final.
  public let from: NodeID
  /// The operand position at the consumer.
  public let slot: Int
  /// The operand that receives.
  public let to: NodeID
  /// ∂L/∂from
  public let upstream: Double
  /// ∂from/∂to through this slot alone.
  public let local: Double
  /// What is added to the operand's gradient.
  public let amount: Double

  /// A contribution of these parts.
  public init(from: NodeID, slot: Int, to: NodeID, upstream: Double, local: Double, amount: Double)
  {
    self.from = from
    self.slot = slot
    self.to = to
    self.upstream = upstream
    self.local = local
    self.amount = amount
  }
}
