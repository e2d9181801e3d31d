extension LayerOrdering {
  /// Exchanges neighbours while that removes crossings, a few rounds at most.
  mutating func transpose(exchangingTies: Bool = false) {
    for round in 0..<mostRounds {
      var isImproved = false
      for rank in order.indices where order[rank].count > 1 {
        for place in 0..<order[rank].count - 1 {
          let upper = order[rank][place]
          let lower = order[rank][place + 1]
          let gain = leftGain(upper, lower) + rightGain(upper, lower)
          guard gain > 0 || gain == 0 && exchangingTies && round < 2 else { continue }
          order[rank].swapAt(place, place + 1)
          places[upper] = place + 1
          places[lower] = place
          isImproved = isImproved || gain > 0
        }
      }
      if !isImproved && round > 1 { return }
    }
  }

  /// Very large graphs are exchanged once.
  private var mostRounds: Int { incoming.links.count > 100_000 ? 1 : 4 }

  /// Pairs of nodes with very many links are left to the sweeps: looking at all pairs of their
  /// links would be quadratic.
  private static let mostPairs = 1_000

  /// The crossings on the left that vanish when two neighbours change places.
  private func leftGain(_ upper: Int, _ lower: Int) -> Int {
    let others = incoming.indices(of: lower)
    guard incoming.count(upper) * others.count < Self.mostPairs else { return 0 }
    var gain = 0
    for index in incoming.indices(of: upper) {
      let place = places[incoming.links[index].left]
      for other in others {
        let difference = place - places[incoming.links[other].left]
        if difference > 0 { gain += 1 } else if difference < 0 { gain -= 1 }
      }
    }
    return gain
  }

  /// The crossings on the right that vanish when two neighbours change places.
  private func rightGain(_ upper: Int, _ lower: Int) -> Int {
    let others = outgoing.indices(of: lower)
    guard outgoing.count(upper) * others.count < Self.mostPairs else { return 0 }
    var gain = 0
    for index in outgoing.indices(of: upper) {
      let one = outgoing.links[index]
      let place = places[one.right]
      for other in others {
        let other = outgoing.links[other]
        let difference = place - places[other.right]
        if difference > 0 || difference == 0 && one.row > other.row {
          gain += 1
        } else if difference < 0 || one.row < other.row {
          gain -= 1
        }
      }
    }
    return gain
  }
}
