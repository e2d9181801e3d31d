import CellGrid
import PictureReading
import RandomNumbers
import Testing

@testable import GraphLayout

struct IntervalIndexTests {
  @Test func `a query finds exactly the intervals that overlap`() {
    var random = SplitMix64(seed: 7)
    for count in [0, 1, 2, 3, 17, 200] {
      let intervals = (0..<count).map { _ in
        let start = Int.random(in: -50...50, using: &random)
        return start...start
          + Int.random(in: 0...(Bool.random(using: &random) ? 3 : 60), using: &random)
      }
      let index = IntervalIndex(
        from: intervals.map(\.lowerBound), to: intervals.map(\.upperBound))
      for _ in 0..<100 {
        let start = Int.random(in: -70...120, using: &random)
        let range = start...start + Int.random(in: 0...20, using: &random)
        var found: [Int] = []
        index.forEach(overlapping: range) { found.append($0) }
        #expect(
          found.sorted() == intervals.indices.filter { intervals[$0].overlaps(range) })
      }
    }
  }

  @Test func `the boxes in a rectangle are those that have a cell in it`() {
    for seed in 0..<20 {
      let drawing = Diagram.random(seed: UInt64(seed)).laidOut()
      expectBoxes(of: drawing)
      expectBoxes(of: drawing.condensed { $0 % 3 > 0 })
    }
  }

  @Test func `the boxes in a rectangle are found where parts stand below each other`() {
    var diagram = Diagram.random(seed: 1)
    let other = Diagram.random(seed: 2)
    let shift = diagram.boxes.count
    diagram.boxes += other.boxes
    diagram.wires += other.wires.map {
      Diagram.Wire(from: $0.from + shift, to: $0.to + shift, slot: $0.slot)
    }
    expectBoxes(of: diagram.laidOut())
  }

  @Test func `the boxes in a rectangle are found among branches`() {
    for seed in 0..<3 {
      let drawing = Diagram.grove(seed: UInt64(seed)).laidOut()
      expectBoxes(of: drawing)
      expectBoxes(of: drawing.condensed { $0 % 3 > 0 })
    }
  }

  private func expectBoxes(of drawing: Drawing) {
    for (rank, members) in drawing.ranks.enumerated() {
      for (place, box) in members.enumerated() {
        let standing = drawing.standing(of: box)
        #expect(standing?.rank == rank && standing?.place == place)
      }
    }
    for column in stride(from: -10, to: drawing.size.width, by: 13) {
      for row in stride(from: -5, to: drawing.size.height, by: 6) {
        let viewport = Rect(column: column, row: row, width: 11, height: 7)
        #expect(
          drawing.boxes(in: viewport)
            == drawing.boxes.indices.filter {
              !drawing.boxes[$0].intersection(viewport).isEmpty
            })
      }
    }
  }
}
