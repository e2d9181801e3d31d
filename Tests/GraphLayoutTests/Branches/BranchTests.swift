import CellGrid
import PictureReading
import Testing

@testable import GraphLayout

/// Large parts that hang on the rest by one net are laid out alone.
struct BranchTests {
  @Test func `branches are the largest parts for one box alone that hold no join`() {
    var seen = 0
    for seed in 0..<60 {
      let diagram = Diagram.grove(seed: UInt64(seed))
      let (count, numbers) = diagram.branches()
      #expect(Set(numbers).subtracting([-1]).count == count)
      #expect(diagram.sorted(numbers) == diagram.branchesByDefinition(), "seed \(seed)")
      seen += count
    }
    #expect(seen > 60)
  }

  @Test func `diagrams with branches keep the laws and their characters say every wire`() {
    for seed in 0..<8 {
      let diagram = Diagram.grove(seed: UInt64(seed))
      let drawing = diagram.laidOut()
      #expect(drawing.complaints(about: diagram) == [], "seed \(seed)")
      #expect(drawing.complaints(about: diagram, readIn: .unicode) == [], "seed \(seed)")
      #expect(drawing.complaints(about: diagram, readIn: .ascii) == [], "seed \(seed)")
    }
  }

  @Test func `branches that are alike but for widths are drawn alike`() throws {
    let seed = try #require(
      (0..<60 as Range<UInt64>).first { Branches(of: .grove(seed: $0)).hasTwins })
    let diagram = Diagram.grove(seed: seed)
    var branches = Branches(of: diagram)
    while !branches.areDrawn { branches.advance() }
    let drawing = diagram.laidOut()
    let places = branches.parts.map { part in part.boxes.map { drawing.boxes[$0] } }
    for (one, other) in zip(branches.parts.indices, branches.parts.indices.dropFirst())
    where branches.drawing(of: one) == branches.drawing(of: other) {
      let rows = places[other][0].minRow - places[one][0].minRow
      #expect(places[one].map { $0.minRow + rows } == places[other].map(\.minRow))
      #expect(places[one].map(\.size) != places[other].map(\.size))
    }
  }

  @Test func `a diagram without a join has no branches`() {
    let box = Diagram.Box(size: Size(width: 9, height: 3), inputs: [1])
    let chain = Diagram(
      boxes: [Diagram.Box](repeating: box, count: 500),
      wires: (1..<500).map { .init(from: $0 - 1, to: $0, slot: 0) })
    #expect(chain.branches().count == 0)
    var braid = chain
    for box in 2..<500 { braid.wires.append(.init(from: box - 2, to: box, slot: 0)) }
    #expect(braid.branches().count == 0)
  }

  @Test func `a layout says which branch it draws`() throws {
    let seed = try #require(
      (0..<60 as Range<UInt64>).first { Branches(of: .grove(seed: $0)).patterns.count == 3 })
    var layout = Layout(of: .grove(seed: seed))
    var progress: [String] = []
    while layout.drawing == nil {
      progress.append(layout.progress)
      layout.advance()
    }
    #expect(
      progress == (1...3).flatMap { [String](repeating: "branch \($0) of 3", count: 4) } + [
        "ranking, 1 of 4", "ordering, 2 of 4", "placing, 3 of 4", "routing, 4 of 4",
      ])
  }
}

extension Branches {
  fileprivate var hasTwins: Bool { patterns.count < parts.count && !patterns.isEmpty }
}

extension Diagram {
  /// The branches by looking at everything a box is made of.
  fileprivate func branchesByDefinition() -> [[Int]] {
    var cones = boxes.indices.map { Set([$0]) }
    for wire in wires.sorted(by: { $0.to < $1.to }) { cones[wire.to].formUnion(cones[wire.from]) }
    func isAlone(_ box: Int) -> Bool {
      wires.allSatisfy {
        $0.from == box || !cones[box].contains($0.from) || cones[box].contains($0.to)
      }
    }
    let large = boxes.indices.filter { cones[$0].count >= Self.branchSize && isAlone($0) }
    let joins = boxes.indices.filter { box in
      Set(wires.filter { $0.to == box && large.contains($0.from) }.map(\.from)).count > 1
    }
    guard !joins.isEmpty else { return [] }
    let candidates = large.filter { cones[$0].isDisjoint(with: joins) }
    let tips = candidates.filter { tip in
      !candidates.contains { $0 != tip && cones[$0].contains(tip) }
    }
    return tips.map { cones[$0].sorted() }.sorted { $0[0] < $1[0] }
  }

  fileprivate func sorted(_ numbers: [Int]) -> [[Int]] {
    let boxes = Dictionary(grouping: boxes.indices, by: { numbers[$0] })
    return boxes.filter { $0.key >= 0 }.map(\.value).sorted { $0[0] < $1[0] }
  }
}
