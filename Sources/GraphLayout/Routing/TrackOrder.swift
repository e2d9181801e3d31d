/// The order in which the nets of a channel get their tracks, from left to right.
struct TrackOrder {
  private(set) var pieces: [Int] = []
  /// For each piece those that must be further left because they come in on a row where the piece
  /// goes out; a row has one, so none stands there twice.
  private var predecessors: [[Int]] = []
  private var successors: [[Int]] = []
  private var isPlaced: [Bool] = []

  /// Orders the pieces; a net in a cycle of demands is cut into two pieces.
  init(resolving nets: inout [ChannelNet], _ freeRows: inout FreeRows) {
    addDemands(nets)
    isPlaced = [Bool](repeating: false, count: nets.count)
    var ready = MinimumHeap()
    for index in nets.indices where predecessors[index].isEmpty {
      ready.push(index, key: Self.preference(nets[index]))
    }
    var first = 0
    while true {
      while let (index, _) = ready.least {
        ready.removeLeast()
        place(index, nets, &ready)
      }
      while first < nets.count, isPlaced[first] { first += 1 }
      guard first < nets.count else { break }
      cut(memberOfCycle(from: first), &nets, &freeRows, &ready)
    }
    improve(nets)
  }

  private mutating func addDemands(_ nets: [ChannelNet]) {
    predecessors = [[Int]](repeating: [], count: nets.count)
    successors = [[Int]](repeating: [], count: nets.count)
    let incoming = IncomingRows(nets)
    for (index, net) in nets.enumerated() {
      for row in net.rights {
        guard let other = incoming.net(on: row), other != index else { continue }
        guard predecessors[index].last != other else { continue }
        predecessors[index].append(other)
        successors[other].append(index)
      }
    }
  }

  /// Nets that rise come first, the upper ones before the lower; then those that fall, the lower
  /// ones before the upper: so parallel bends do not cross.
  private static func preference(_ net: ChannelNet) -> Int {
    let isRising = 2 * net.left > net.low + net.high
    return isRising ? net.left : 1_000_000_000 - net.left
  }

  private mutating func place(_ index: Int, _ nets: [ChannelNet], _ ready: inout MinimumHeap) {
    isPlaced[index] = true
    pieces.append(index)
    for successor in successors[index] {
      predecessors[successor].removeAll { $0 == index }
      if predecessors[successor].isEmpty, !isPlaced[successor] {
        ready.push(successor, key: Self.preference(nets[successor]))
      }
    }
  }

  /// Follows demands to the left until a piece comes again.
  private func memberOfCycle(from start: Int) -> Int {
    var seen: Set<Int> = []
    var index = start
    while seen.insert(index).inserted { index = predecessors[index].min() ?? index }
    return index
  }

  /// Leaves the rest of a net where it was and places a new piece for its way in.
  private mutating func cut(
    _ index: Int, _ nets: inout [ChannelNet], _ freeRows: inout FreeRows,
    _ ready: inout MinimumHeap
  ) {
    let net = nets[index]
    let row = freeRows.take(near: net)
    let entry = nets.count
    nets.append(ChannelNet(net: net.net, left: net.left, rights: [row]))
    nets[index] = ChannelNet(net: net.net, left: row, rights: net.rights)
    predecessors.append([])
    isPlaced.append(false)
    successors.append(successors[index] + [index])
    predecessors[index].append(entry)
    for successor in successors[index] {
      predecessors[successor].removeAll { $0 == index }
      predecessors[successor].append(entry)
    }
    successors[index] = []
    place(entry, nets, &ready)
  }

  /// Exchanges neighbours while that saves crossings. Channels with very many nets stay as they
  /// are: comparing all their pairs would be quadratic.
  private mutating func improve(_ nets: [ChannelNet]) {
    guard pieces.count <= 300 else { return }
    for _ in pieces.indices {
      var isImproved = false
      for place in pieces.indices.dropLast() {
        let (one, other) = (pieces[place], pieces[place + 1])
        guard !successors[one].contains(other), nets[one].overlaps(nets[other]),
          nets[other].crossings(before: nets[one]) < nets[one].crossings(before: nets[other])
        else { continue }
        pieces.swapAt(place, place + 1)
        isImproved = true
      }
      if !isImproved { return }
    }
  }
}

/// Which net comes in on a row. A row has at most one.
struct IncomingRows {
  private let entries: [(row: Int, index: Int)]

  init(_ nets: [ChannelNet]) {
    entries = nets.indices.map { (nets[$0].left, $0) }.sorted { $0.row < $1.row }
  }

  func net(on row: Int) -> Int? {
    let place = entries.firstIndex(after: { $0.row < row })
    return place < entries.count && entries[place].row == row ? entries[place].index : nil
  }
}
