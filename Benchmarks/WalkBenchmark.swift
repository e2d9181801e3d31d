import CellGrid
import GraphLayout
import PictureReading

/// Drawings that are read by their characters alone: how many say every wire, and keep the laws.
enum WalkBenchmark {
  static func measure() throws -> Table {
    var table = Table("drawings", "count", "laws kept", "read in Unicode", "read in ASCII")
    let names = [
      "expression", "neuron", "lecture", "moons", "moons-4", "local-200", "local-1000", "chain",
    ]
    let graphs = try names.map { (name: $0, diagrams: [try LayoutGraph(named: $0).diagram]) }
    let random = (0..<10_000).map { Diagram.random(seed: UInt64($0)) }
    for (name, diagrams) in graphs + [("random, 5 to 60 boxes", random)] {
      var good = [0, 0, 0]
      for diagram in diagrams {
        let drawing = diagram.laidOut()
        let complaints = [
          drawing.complaints(about: diagram),
          drawing.complaints(about: diagram, readIn: .unicode),
          drawing.complaints(about: diagram, readIn: .ascii),
        ]
        for (check, found) in complaints.enumerated() where found.isEmpty { good[check] += 1 }
      }
      table.add(name, "\(diagrams.count)", "\(good[0])", "\(good[1])", "\(good[2])")
      guard good.allSatisfy({ $0 == diagrams.count }) else {
        throw Disagreement(description: "\(name): a drawing breaks a law or cannot be read")
      }
    }
    return table
  }
}
