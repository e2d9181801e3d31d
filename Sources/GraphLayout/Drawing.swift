package import CellGrid

/// Where everything is: rectangles for boxes and corners for wires, in cells.
package struct Drawing: Equatable, Sendable {
  package let size: Size
  /// The rectangle of every box of the diagram.
  package let boxes: [Rect]
  /// The boxes of each rank, ranks from left to right, boxes from top to bottom.
  package let ranks: [[Int]]
  /// The way of every wire of the diagram.
  package let routes: Routes
  /// The columns of ranks and wires, to find those in sight.
  private let rankColumns: IntervalIndex
  let routeColumns: IntervalIndex
  /// The highest and the lowest row of every wire.
  let routeTops: [Int32]
  let routeBottoms: [Int32]

  init(size: Size, boxes: [Rect], ranks: [[Int]], routes: Routes) {
    self.size = size
    self.boxes = boxes
    self.ranks = ranks
    self.routes = routes
    rankColumns = IntervalIndex(
      from: ranks.map { $0.reduce(.max) { min($0, boxes[$1].minColumn) } },
      to: ranks.map { $0.reduce(.min) { max($0, boxes[$1].maxColumn) } })
    routeTops = routes.map { Int32(clamping: $0.points.reduce(.max) { min($0, $1.row) }) }
    routeBottoms = routes.map { Int32(clamping: $0.points.reduce(.min) { max($0, $1.row) }) }
    routeColumns = IntervalIndex(
      from: routes.map(\.source.column), to: routes.map(\.target.column))
  }

  /// The boxes that have a cell in common with a rectangle, ascending: of each rank that is in
  /// sight, the stretch between the upper and the lower row.
  package func boxes(in viewport: Rect) -> [Int] {
    guard !viewport.isEmpty else { return [] }
    var seen: [Int] = []
    rankColumns.forEach(overlapping: viewport.minColumn...viewport.maxColumn) { rank in
      let members = ranks[rank]
      let first = members.firstIndex(after: { boxes[$0].maxRow < viewport.minRow })
      for box in members[first...] {
        guard boxes[box].minRow <= viewport.maxRow else { break }
        if !boxes[box].intersection(viewport).isEmpty { seen.append(box) }
      }
    }
    return seen.sorted()
  }

  /// The rank of a box and its place therein; nil for a box without one.
  package func standing(of box: Int) -> (rank: Int, place: Int)? {
    let rect = boxes[box]
    guard !rect.isEmpty else { return nil }
    var found: (rank: Int, place: Int)?
    rankColumns.forEach(overlapping: rect.minColumn...rect.minColumn) { rank in
      let place = ranks[rank].firstIndex(after: { boxes[$0].minRow < rect.minRow })
      if place < ranks[rank].count, ranks[rank][place] == box { found = (rank, place) }
    }
    return found
  }
}

extension Drawing {
  /// The ways of all wires, in one array of corners.
  package struct Routes: RandomAccessCollection, Equatable, Sendable {
    private var corners: [Point] = []
    private var ends: [Int32] = []
    private var nets: [Int32] = []

    package var startIndex: Int { 0 }
    package var endIndex: Int { ends.count }

    package subscript(index: Int) -> Route {
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return Route(net: Int(nets[index]), points: corners[start..<Int(ends[index])])
    }

    mutating func append(net: Int, _ points: some Sequence<Point>) {
      corners.append(contentsOf: points)
      ends.append(Int32(truncatingIfNeeded: corners.count))
      nets.append(Int32(truncatingIfNeeded: net))
    }
  }

  /// The way of one wire: its corners from the port on the right border of the source to the
  /// port on the left border of the target, by turns horizontal and vertical. A straight wire
  /// has two.
  package struct Route: Equatable, Sendable {
    /// The box the wire comes from; all wires of one box are one net.
    package let net: Int
    package let points: ArraySlice<Point>
  }
}
