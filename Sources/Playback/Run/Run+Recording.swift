import Autograd

extension Run {
  /// Contributions on their way from the order of the backward pass to the order of receivers.
  struct Recording {
    private(set) var entries: [Entry] = []
    private(set) var slots: [UInt8] = []
    private(set) var firstEntries: [Int32]
    private(set) var backwardSteps: [Int32] = []
    private var receivers: [Int32] = []
    private let nodeCount: Int

    init(nodeCount: Int) {
      self.nodeCount = nodeCount
      firstEntries = [Int32](repeating: 0, count: nodeCount + 1)
      // A node has at most two operands; memory that is never touched costs nothing.
      entries.reserveCapacity(nodeCount * 2)
      slots.reserveCapacity(nodeCount * 2)
      receivers.reserveCapacity(nodeCount * 2)
    }

    /// Notes the next contribution of the backward pass.
    mutating func note(_ contribution: Contribution) {
      entries.append(
        Entry(
          local: contribution.local, amount: contribution.amount, total: 0,
          from: contribution.from.rawValue, step: 0))
      slots.append(UInt8(truncatingIfNeeded: contribution.slot))
      receivers.append(contribution.to.rawValue)
      firstEntries[contribution.to.index + 1] += 1
    }

    /// Sorts the contributions by receiver, keeping their order, and lays out the backward steps:
    /// each contribution, and each receiver's final right behind its last one.
    ///
    /// - Parameters:
    ///   - start: the first backward step.
    ///   - carried: what the totals of some leaves begin with.
    mutating func arrange(
      from start: Int, carried: [(node: NodeID, elements: [Double])]
    ) {
      for node in 0..<nodeCount { firstEntries[node + 1] += firstEntries[node] }
      var next = firstEntries
      var arranged = Array(entries[...])
      var arrangedSlots = Array(slots[...])
      backwardSteps.reserveCapacity(entries.count * 2)
      for (order, receiver) in receivers.enumerated() {
        let node = Int(receiver)
        let place = Int(next[node])
        next[node] += 1
        var entry = entries[order]
        entry.step = Int32(truncatingIfNeeded: start + backwardSteps.count)
        // The first amount is the total itself, so that -0 stays -0.
        entry.total =
          place == Int(firstEntries[node])
          ? entry.amount : arranged[place - 1].total + entry.amount
        arranged[place] = entry
        arrangedSlots[place] = slots[order]
        backwardSteps.append(Int32(truncatingIfNeeded: place))
        if next[node] == firstEntries[node + 1] { backwardSteps.append(~receiver) }
      }
      entries = arranged
      for (node, elements) in carried { add(elements.count == 1 ? elements[0] : .nan, to: node) }
      slots = arrangedSlots
      receivers = []
    }

    /// Lets a node's totals begin with a number.
    private mutating func add(_ carried: Double, to node: NodeID) {
      var total = carried
      for index in Int(firstEntries[node.index])..<Int(firstEntries[node.index + 1]) {
        total += entries[index].amount
        entries[index].total = total
      }
    }
  }
}
