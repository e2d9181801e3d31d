/// A line of one net from a gap of a rank, which moves down, to any gap of the next rank: how many
/// links of other nets it crosses.
///
/// From one gap to the next that changes by the links of the node between: they are crossed where
/// they end below the line's end instead of above it.
struct MovingLine {
  private let links: LinkLists
  private let nodes: [Int]
  private let places: [Int]
  /// The place of the net's own bend in the next rank, which counts as taken out.
  private let bendPlace: Int
  private let consumers: [Int]
  /// Links into a port above or below the net's own on the same box, by the place they start from.
  private var rivals: [(place: Int, isLower: Bool)] = []
  private var passed = 0
  /// The crossings by the gap where the line ends.
  private(set) var costs: [Int32]
  /// The links that end at each place of the next rank and start above the line.
  private var endsOfPassed: [Int32]
  /// Scratch for `moveDown`, all 0 between its calls.
  private var turns: [Int32]

  /// Starts above all nodes of the rank.
  init(from node: Int, without bend: Int?, in ordering: LayerOrdering) {
    links = ordering.outgoing
    places = ordering.places
    let rank = ordering.ranks[node]
    nodes = ordering.order[rank].filter { $0 != node }
    let next = rank + 1 < ordering.order.count ? ordering.order[rank + 1].count : 0
    let bendPlace = bend.map { ordering.places[$0] } ?? .max
    self.bendPlace = bendPlace
    costs = [Int32](repeating: 0, count: bend == nil ? next + 1 : next)
    endsOfPassed = costs
    turns = costs
    consumers = links[node].compactMap { link in
      link.right == bend ? nil : Self.place(ordering.places[link.right], without: bendPlace)
    }
    for link in links[node] where link.right != bend {
      for other in ordering.incoming[link.right] where other.left != node && other.row != link.row {
        let place = Self.place(places[other.left], without: places[node])
        rivals.append((place, isLower: other.row > link.row))
      }
    }
    for other in nodes {
      for index in links.indices(of: other) { costs[place(of: links.links[index]) + 1] += 1 }
    }
    for gap in costs.indices.dropFirst() { costs[gap] += costs[gap - 1] }
  }

  /// The number of nodes it can pass, and of gaps where it can end.
  var nodeCount: Int { nodes.count }
  var gapCount: Int { costs.count }

  private static func place(_ place: Int, without bend: Int) -> Int {
    place > bend ? place - 1 : place
  }

  private func place(of link: Link) -> Int {
    Self.place(places[link.right], without: bendPlace)
  }

  /// The crossings of the lines to the net's consumers in the next rank.
  var costToConsumers: Int32 {
    let before = consumers.reduce(0) { $0 + costs[$1] - endsOfPassed[$1] }
    return rivals.reduce(before) { $0 + (($1.place < passed) == $1.isLower ? 1 : 0) }
  }

  /// Passes the next node.
  mutating func moveDown() {
    let node = nodes[passed]
    passed += 1
    guard links.count(node) > 0 else { return }
    for index in links.indices(of: node) {
      let end = place(of: links.links[index])
      endsOfPassed[end] += 1
      turns[end + 1] -= 2
    }
    // Crossed more often by one for each link that ends below, less often for those above.
    var change = Int32(truncatingIfNeeded: links.count(node))
    for gap in costs.indices {
      change &+= turns[gap]
      turns[gap] = 0
      costs[gap] &+= change
    }
  }

  /// Enters where the line is the cheapest way so far to a gap of the next rank.
  func relax(
    _ reached: inout [Int32], _ cameFrom: inout [Int32], from gap: Int, at cost: Int32
  ) {
    let origin = Int32(truncatingIfNeeded: gap)
    for end in costs.indices where cost &+ costs[end] < reached[end] {
      reached[end] = cost &+ costs[end]
      cameFrom[end] = origin
    }
  }
}
