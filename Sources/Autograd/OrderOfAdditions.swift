/// Which consumer of a node must not come before which, so that the node's gradient is the sum that
/// the tape makes.
///
/// Going back, the first two contributions can be exchanged: -0 + a + b is -0 + b + a, bit by bit.
/// Only those that are added later have a place. A parameter may begin with a gradient of its own.
struct OrderOfAdditions {
  static let kindCount: Int32 = 512

  /// By node: how many contributions the rest of the tape has for it.
  private var ahead: [Int32]
  /// By node: rank and kind of the last consumer with a place in this chunk, as one number.
  private var last: [Int32]

  init(_ graph: Graph, isReached: [Bool]) {
    last = Array(repeating: 0, count: graph.count)
    ahead = last
    for node in 0..<graph.count where isReached[node] {
      if graph.codes[node] == Graph.parameterCode { ahead[node] += 2 }
      if graph.first[node] >= 0 { ahead[Int(graph.first[node])] += 1 }
      if graph.second[node] >= 0 { ahead[Int(graph.second[node])] += 1 }
    }
    for node in 0..<graph.count where graph.codes[node] == Graph.constantCode { ahead[node] = 0 }
  }

  /// Gives the next node of the tape a rank.
  ///
  /// - Parameters:
  ///   - kind: where it would come within a rank.
  ///   - x: what it reads; negative where there is nothing, as `y` is.
  ///   - lowest: the rank above its operands.
  mutating func place(_ kind: Int32, _ x: Int, _ y: Int, from lowest: Int32) -> Int32 {
    let rank = max(lowest, rank(kind, after: x), rank(kind, after: y))
    keep(rank * Self.kindCount + kind, for: x)
    keep(rank * Self.kindCount + kind, for: y)
    return rank
  }

  /// Ranks begin again: consumers in other chunks are before these anyway.
  mutating func leave(_ chunk: Range<Int>, of graph: Graph) {
    for node in chunk {
      if graph.first[node] >= 0 { last[Int(graph.first[node])] = 0 }
      if graph.second[node] >= 0 { last[Int(graph.second[node])] = 0 }
    }
  }

  private func rank(_ kind: Int32, after operand: Int) -> Int32 {
    guard operand >= 0 else { return 0 }
    let (rank, lastKind) = last[operand].quotientAndRemainder(dividingBy: Self.kindCount)
    return lastKind <= kind ? rank : rank + 1
  }

  private mutating func keep(_ key: Int32, for operand: Int) {
    guard operand >= 0 else { return }
    ahead[operand] -= 1
    if ahead[operand] > 1 { last[operand] = key }
  }
}
