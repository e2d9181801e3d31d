import CellGrid
import GraphLayout
import OperandReading
import PictureReading
import Playback
import SceneLanguage
import Visualizer

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
    try addSamples(to: &table)
    return table
  }

  /// The network with a hundred samples, as the program draws it: parameters that are read far away
  /// are named there. With all edges it has forty thousand million cells, too many to be read, but
  /// not to be checked.
  private static func addSamples(to table: inout Table) throws {
    let graph = try LayoutGraph(named: "moons-100")
    let source = Source(name: "moons-100", text: graph.sceneText)
    guard case .scene(let scene) = Scene.load(source) else {
      throw Disagreement(description: "the scene of a hundred samples has mistakes")
    }
    let run = Run(scene: scene)
    let picture = Picture(run: run, metrics: .full)
    let reading = OperandReading(of: picture, run)
    let expected = try reading.expected()
    let good = [
      picture.drawing.complaints(about: picture.diagram).isEmpty,
      try reading.found() == expected, try reading.found(.ascii) == expected,
    ].map { $0 ? "1" : "0" }
    let isLawful = graph.diagram.laidOut().complaints(about: graph.diagram).isEmpty
    table.add("moons-100, all edges", "1", isLawful ? "1" : "0", "", "")
    let size = picture.drawing.size
    table.add("moons-100, \(size.width) x \(size.height) cells", "1", good[0], good[1], good[2])
    guard isLawful, good == ["1", "1", "1"] else {
      throw Disagreement(description: "the hundred samples break a law or cannot be read")
    }
  }
}
