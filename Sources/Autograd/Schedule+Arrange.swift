extension Schedule {
  /// How many neighbours on the tape are ranked together.
  static let chunkSize = 8192

  /// Arranges `graph` for gradients of `output`.
  ///
  /// Complexity: linear in the number of nodes.
  public init(_ graph: Graph, output: NodeID) {
    let arrangement = Arrangement(graph, output: output)
    let count = graph.count
    first = Array(repeating: Graph.none, count: count)
    second = first
    values = Array(repeating: 0, count: count)
    gradients = values
    groups = arrangement.groups
    places = arrangement.positions
    self.output = Int(places[output.index])
    for node in 0..<count {
      let position = Int(places[node])
      let (x, y) = (Int(graph.first[node]), Int(graph.second[node]))
      if x >= 0 { first[position] = places[x] }
      if y >= 0 { second[position] = places[y] }
      values[position] = graph.leafValues[node]
    }
    let receives = graph.receivesGradient(from: output)
    for node in 0..<count where !receives[node] { places[node] = ~places[node] }
  }

  /// The new order: by chunk, within it by rank, within a rank by primitive.
  ///
  /// Consumers of a node keep their order where its gradient would change: going back gives the
  /// sums that are made in the order of the tape.
  struct Arrangement {
    var groups: [Group] = []
    /// By node.
    var positions: [Int32]

    private let graph: Graph
    private let isReached: [Bool]
    // Of the chunk's nodes, reused from chunk to chunk.
    private var ranks = [Int32](repeating: 0, count: Schedule.chunkSize)
    private var kinds = [Int32](repeating: 0, count: Schedule.chunkSize)
    private var order = [Int32](repeating: 0, count: Schedule.chunkSize)
    private var sorted = [Int32](repeating: 0, count: Schedule.chunkSize)
    private var starts = [Int32](repeating: 0, count: Schedule.chunkSize + 1)
    private var additions: OrderOfAdditions

    init(_ graph: Graph, output: NodeID) {
      self.graph = graph
      positions = Array(repeating: 0, count: graph.count)
      isReached = graph.influences(output)
      additions = OrderOfAdditions(graph, isReached: isReached)
      for start in stride(from: 0, to: graph.count, by: Schedule.chunkSize) {
        arrange(start..<min(start + Schedule.chunkSize, graph.count))
      }
    }
  }
}

extension Schedule.Arrangement {
  private mutating func arrange(_ chunk: Range<Int>) {
    let rankCount = rank(chunk)
    for member in 0..<chunk.count { order[member] = Int32(member) }
    // Two stable counting sorts, the more significant key last.
    sort(chunk.count, keys: kinds, keyCount: Int(OrderOfAdditions.kindCount))
    sort(chunk.count, keys: ranks, keyCount: rankCount)
    for (offset, member) in order[..<chunk.count].enumerated() {
      positions[chunk.lowerBound + Int(member)] = Int32(chunk.lowerBound + offset)
    }
    group(chunk)
  }

  /// The rank of a node is 0, or one more than the highest among its operands of the chunk, or
  /// so much more that it comes after their earlier consumers.
  private mutating func rank(_ chunk: Range<Int>) -> Int {
    var highest: Int32 = 0
    for node in chunk {
      let (x, y) = (Int(graph.first[node]), Int(graph.second[node]))
      let kind = kind(of: node)
      var rank: Int32 = 0
      if x >= chunk.lowerBound { rank = ranks[x - chunk.lowerBound] + 1 }
      if y >= chunk.lowerBound { rank = max(rank, ranks[y - chunk.lowerBound] + 1) }
      if isReached[node] { rank = additions.place(kind, x, y, from: rank) }
      ranks[node - chunk.lowerBound] = rank
      kinds[node - chunk.lowerBound] = kind
      highest = max(highest, rank)
    }
    additions.leave(chunk, of: graph)
    return Int(highest) + 1
  }

  /// What must be equal in a run, as one number below `kindCount`.
  private func kind(of node: Int) -> Int32 {
    Int32(graph.codes[node]) * 2 + (isReached[node] ? 1 : 0)
  }

  private mutating func sort(_ count: Int, keys: [Int32], keyCount: Int) {
    for index in 0...keyCount { starts[index] = 0 }
    for index in 0..<count { starts[Int(keys[Int(order[index])]) + 1] += 1 }
    for index in 0..<keyCount { starts[index + 1] += starts[index] }
    for index in 0..<count {
      let member = order[index]
      let key = Int(keys[Int(member)])
      sorted[Int(starts[key])] = member
      starts[key] += 1
    }
    swap(&order, &sorted)
  }

  private mutating func group(_ chunk: Range<Int>) {
    var lower = 0
    while lower < chunk.count {
      let (rank, kind) = key(at: lower)
      var upper = lower + 1
      while upper < chunk.count, key(at: upper) == (rank, kind) { upper += 1 }
      let code = UInt8(kind / 2)
      if code < Graph.constantCode {
        groups.append(
          Schedule.Group(
            primitive: Primitive(id: code),
            range: Int32(chunk.lowerBound + lower)..<Int32(chunk.lowerBound + upper),
            isReached: kind % 2 == 1))
      }
      lower = upper
    }
  }

  private func key(at offset: Int) -> (rank: Int32, kind: Int32) {
    let member = Int(order[offset])
    return (ranks[member], kinds[member])
  }
}
