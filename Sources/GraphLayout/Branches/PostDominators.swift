/// For every box the first one that all its ways to the right have in common: its parent in a tree
/// over the diagram, whose root stands for the end of all ways.
///
/// The parents are lowest common ancestors of consumers, found by jump pointers (Myers, "An
/// Applicative Random-Access Stack", 1983), so the tree costs a logarithm for each wire.
struct PostDominators {
  /// The parent of each box; `root` where its ways have no box in common.
  private(set) var parents: [Int]
  private var jumps: [Int]
  private var depths: [Int]

  /// Wires go from lower boxes to higher ones.
  init(of diagram: Diagram) {
    let root = diagram.boxes.count
    parents = [Int](repeating: root, count: root + 1)
    jumps = parents
    depths = [Int](repeating: 0, count: root + 1)
    let wires = diagram.wires.map { Link(left: $0.from, right: $0.to, row: 0) }
    let consumers = LinkLists(wires, nodeCount: root, by: \.left)
    for box in (0..<root).reversed() {
      var parent = consumers[box].first?.right ?? root
      for link in consumers[box].dropFirst() { parent = common(parent, link.right) }
      attach(box, to: parent)
    }
  }

  var root: Int { parents.count - 1 }

  private mutating func attach(_ box: Int, to parent: Int) {
    parents[box] = parent
    depths[box] = depths[parent] + 1
    let jump = jumps[parent]
    let isEven = depths[parent] - depths[jump] == depths[jump] - depths[jumps[jump]]
    jumps[box] = isEven ? jumps[jump] : parent
  }

  /// The lowest common ancestor of two boxes.
  private func common(_ one: Int, _ other: Int) -> Int {
    var (low, high) = depths[one] > depths[other] ? (one, other) : (other, one)
    while depths[low] > depths[high] {
      low = depths[jumps[low]] >= depths[high] ? jumps[low] : parents[low]
    }
    while low != high {
      let isBelow = jumps[low] != jumps[high]
      (low, high) = isBelow ? (jumps[low], jumps[high]) : (parents[low], parents[high])
    }
    return low
  }
}
