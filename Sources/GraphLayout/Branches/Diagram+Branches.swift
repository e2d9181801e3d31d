extension Diagram {
  /// For each box the number of its branch, -1 for the boxes outside of all, and how many branches
  /// there are.
  ///
  /// A branch is large and hangs on the rest by the net of one box alone, its *tip*: one of the
  /// networks of a hundred samples, whose losses are added. It can be laid out alone. Only a
  /// diagram in which two meet has branches: a box with two large operands of this kind is a join,
  /// and what lies between joins and the results stays outside.
  ///
  /// Complexity: a logarithm for each wire.
  func branches() -> (count: Int, numbers: [Int]) {
    var numbers = [Int](repeating: -1, count: boxes.count)
    guard boxes.count >= 2 * Self.branchSize else { return (0, numbers) }
    var count = 0
    let tree = PostDominators(of: self)
    let cones = Cones(of: self, tree)
    let hasJoin = joins(among: cones)
    guard hasJoin.contains(true) else { return (0, numbers) }
    for box in boxes.indices.reversed() {
      let parent = tree.parents[box]
      if parent != tree.root, numbers[parent] >= 0 {
        numbers[box] = numbers[parent]
      } else if cones.isAlone(box), cones.sizes[box] >= Self.branchSize, !hasJoin[box] {
        numbers[box] = count
        count += 1
      }
    }
    return count <= Self.mostBranches
      ? (count, numbers) : (0, [Int](repeating: -1, count: boxes.count))
  }

  /// Smaller parts read better in the ranks of the whole.
  static let branchSize = 100
  /// Each branch has a line of its own past the joins of those before it: with very many, those
  /// lines would be the picture. Each that is like no other also has the search's budgets for
  /// itself, a twentieth of a second for a thousand boxes.
  private static let mostBranches = 1000

  /// For each box whether it, or a box it is made of, joins two large parts.
  private func joins(among cones: Cones) -> [Bool] {
    var largeOperand = [Int](repeating: -1, count: boxes.count)
    var hasJoin = [Bool](repeating: false, count: boxes.count)
    for wire in wires.sorted(by: { $0.to < $1.to }) {
      if hasJoin[wire.from] { hasJoin[wire.to] = true }
      guard cones.isAlone(wire.from), cones.sizes[wire.from] >= Self.branchSize else { continue }
      let other = largeOperand[wire.to]
      if other >= 0, other != wire.from { hasJoin[wire.to] = true }
      largeOperand[wire.to] = wire.from
    }
    return hasJoin
  }
}

/// What every box is made of, as far as it is for this box alone.
private struct Cones {
  /// How many boxes all ways to the right of which lead through a box, with itself.
  private(set) var sizes: [Int]
  /// How many wires come into such a cone from outside of it.
  private var entries: [Int]

  init(of diagram: Diagram, _ tree: PostDominators) {
    sizes = [Int](repeating: 1, count: tree.root + 1)
    entries = [Int](repeating: 0, count: tree.root + 1)
    // A wire enters the cones of its end and of all above it, up to where its source belongs.
    for wire in diagram.wires {
      entries[wire.to] += 1
      entries[tree.parents[wire.from]] -= 1
    }
    for box in 0..<tree.root {
      sizes[tree.parents[box]] += sizes[box]
      entries[tree.parents[box]] += entries[box]
    }
  }

  /// Whether everything a box is made of is for this box alone.
  func isAlone(_ box: Int) -> Bool { entries[box] == 0 }
}
