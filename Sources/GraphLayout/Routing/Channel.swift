/// A net in the channel between two ranks: the row where it comes in from the left and the rows
/// where it goes out to the right, ascending.
struct ChannelNet: Sendable {
  let net: Int
  let left: Int
  let rights: [Int]

  var low: Int { min(left, rights.first ?? left) }
  var high: Int { max(left, rights.last ?? left) }
  var isStraight: Bool { low == high }

  func overlaps(_ other: ChannelNet) -> Bool { low <= other.high && other.low <= high }

  /// How often the two cross with this net's track left of the other's.
  func crossings(before other: ChannelNet) -> Int {
    let over = rights.count { $0 > other.low && $0 < other.high }
    return over + (other.left > low && other.left < high ? 1 : 0)
  }
}

/// The channel between two ranks, before tracks are chosen.
///
/// Where one net comes in on the row on which another goes out, the first must have its track
/// further left, or the two would share cells. Such demands can form a cycle; then one net of it
/// takes a detour: a first track to a row nobody uses, and from there a second one.
struct Channel {
  private var pieces: [ChannelNet]
  private var freeRows: FreeRows

  init(nets: [ChannelNet]) {
    pieces = nets.filter { !$0.isStraight }
    freeRows = FreeRows(taken: nets.flatMap { $0.rights + [$0.left] })
  }

  /// Chooses tracks in the manner of Hashimoto and Stevens, "Wire Routing by Optimizing Channel
  /// Assignment within Large Apertures" (1971): each net in turn gets the leftmost track that is
  /// free over all its rows and right of what must be left of it.
  ///
  /// Where the tracks stand close, a net that goes out on a row keeps a track away from the one that
  /// comes in on it: side by side their corners, `─┤├─`, would look like one line.
  func assigned() -> AssignedChannel {
    var channel = self
    let order = TrackOrder(resolving: &channel.pieces, &channel.freeRows)
    let incoming = IncomingRows(channel.pieces)
    let close = channel.assigned(order.pieces, incoming, apart: 1)
    return close.isAiry ? close : channel.assigned(order.pieces, incoming, apart: 2)
  }

  /// - Parameter apart: the least distance of the tracks of two nets on one row.
  private func assigned(
    _ order: [Int], _ incoming: IncomingRows, apart: Int
  ) -> AssignedChannel {
    var skyline = Skyline(rows: pieces.flatMap { $0.rights + [$0.left] })
    var tracks = [Int](repeating: 0, count: pieces.count)
    var trackCount = 0
    for index in order {
      let piece = pieces[index]
      let neighbours = piece.rights.compactMap { incoming.net(on: $0) }.filter { $0 != index }
      let least = neighbours.reduce(0) { max($0, tracks[$1] + apart) }
      tracks[index] = skyline.add(from: piece.low, through: piece.high, notBefore: least)
      trackCount = max(trackCount, tracks[index] + 1)
    }
    return AssignedChannel(
      trackCount: trackCount, height: (pieces.map(\.high).max() ?? -1) + 1,
      pieces: order.map { AssignedChannel.Piece(track: tracks[$0], ways: pieces[$0]) })
  }
}

/// A channel whose nets have tracks.
struct AssignedChannel: Sendable {
  struct Piece: Sendable {
    let track: Int
    let ways: ChannelNet
  }

  let trackCount: Int
  /// The first row below all tracks.
  let height: Int

  /// Whether a column stays free between two tracks: where there are few; and where there is a
  /// detour, so that a piece of it is always seen between its two tracks.
  var isAiry: Bool {
    trackCount <= 4 || zip(pieces, pieces.dropFirst()).contains { $0.ways.net == $1.ways.net }
  }

  /// By net: for each that bends here its one piece, or two, from left to right.
  private let pieces: [Piece]

  /// - Parameter pieces: those of one net from left to right.
  init(trackCount: Int, height: Int, pieces: [Piece]) {
    self.trackCount = trackCount
    self.height = height
    self.pieces = pieces.enumerated().sorted {
      ($0.element.ways.net, $0.offset) < ($1.element.ways.net, $1.offset)
    }.map(\.element)
  }

  /// A channel in which no net bends.
  static let straight = AssignedChannel(trackCount: 0, height: 0, pieces: [])

  /// The tracks a net takes to come to a row, and the rows where it leaves them.
  func turns(ofNet net: Int, to row: Int) -> [(track: Int, row: Int)] {
    let pieces = pieces(ofNet: net)
    return pieces.enumerated().map { index, piece in
      (piece.track, index + 1 < pieces.count ? pieces[index + 1].ways.left : row)
    }
  }
}

extension AssignedChannel {
  private func pieces(ofNet net: Int) -> [Piece] {
    let first = pieces.firstIndex(after: { $0.ways.net < net })
    return Array(pieces[first...].prefix { $0.ways.net == net })
  }
}

/// Rows of a channel that no net comes in or goes out on.
struct FreeRows {
  private var taken: Set<Int>

  init(taken: [Int]) {
    self.taken = Set(taken)
  }

  /// Takes the free row nearest to a net's rows: between them if there is one, else below.
  mutating func take(near net: ChannelNet) -> Int {
    var row = net.low + 1
    while taken.contains(row) { row += 1 }
    taken.insert(row)
    return row
  }
}
