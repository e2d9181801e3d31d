import Autograd
import GraphLayout
import OperandReading
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

/// Every operand of every node is said by the characters of the picture: by a line, or by a stub
/// with its name and a line.
struct PictureWireTests {
  @Test(arguments: SceneFiles.names, [Picture.Zoom.boxes, .lines])
  func `a picture of a scene says every operand`(name: String, zoom: Picture.Zoom) throws {
    try expectOperands(of: Run(scene: try SceneFiles.scene(name)), zoom)
  }

  @Test(arguments: [Picture.Zoom.boxes, .lines])
  func `a network with shared parameters says every operand`(zoom: Picture.Zoom) throws {
    let text = NetworkScenes.text(inputs: 3, layers: [4, 4, 1], samples: 4)
    let run = Run(scene: try SceneFiles.scene(text: text))
    let stubs = try expectOperands(of: run, zoom)
    #expect(stubs > 41)
  }

  @Test func `a network of folded neurons says every operand of every neuron`() throws {
    let text = NetworkScenes.text(inputs: 3, layers: [4, 4, 1], samples: 2, usesFunctions: true)
    let scene = try SceneFiles.scene(text: text + "\nfold neuron3\nfold neuron4")
    let folding = Folding(of: scene)
    #expect(folding.closed.count == 18)
    try expectOperands(of: Run(scene: scene), .boxes, PictureScope(folding: folding))
    try expectOperands(of: Run(scene: scene), .lines, PictureScope(folding: folding))
  }

  @Test(arguments: SceneFiles.names)
  func `the paths through any node say every operand of theirs`(name: String) throws {
    let run = Run(scene: try SceneFiles.scene(name))
    var all = Folding()
    all.toggleAll(of: run.scene)
    for node in run.scene.graph.nodes {
      let paths = OutputPaths(through: node, to: run.output, in: run.scene.graph)
      for folding in [Folding(), all] where paths != nil {
        try expectOperands(of: run, .boxes, PictureScope(folding: folding, paths: paths))
      }
    }
  }

  @Test func `all edges are drawn where they are asked for`() throws {
    let text = NetworkScenes.text(inputs: 3, layers: [4, 4, 1], samples: 4)
    let run = Run(scene: try SceneFiles.scene(text: text))
    let picture = Picture(run: run, metrics: .full, drawsAllWires: true)
    #expect(picture.boxes.count == run.nodeCount)
    #expect(
      picture.diagram.wires.count
        == run.scene.graph.nodes.reduce(0) {
          $0 + run.scene.graph.operands(of: $1).count
        })
  }

  @Test func `a leaf is drawn where it is first used and named where it is far`() throws {
    let far = (0..<PicturePlan.reach).map { "a\($0) = \($0 == 0 ? "w" : "a\($0 - 1)") + 1" }
    let text = (["w = 2"] + far + ["L = w * a\(PicturePlan.reach - 1)"]).joined(separator: "\n")
    let picture = Picture(run: Run(scene: try SceneFiles.scene(text: text)), metrics: .full)
    #expect(picture.boxes.filter { $0.kind == .stub }.map(\.title) == ["(w)"])
  }

  /// Follows the lines of the whole picture from every box and stub; returns how many stubs it has.
  @discardableResult
  private func expectOperands(
    of run: Run, _ zoom: Picture.Zoom, _ scope: PictureScope = PictureScope()
  ) throws -> Int {
    var metrics = Picture.Metrics.full
    metrics.zoom = zoom
    let picture = Picture(run: run, metrics: metrics, scope: scope)
    let reading = OperandReading(of: picture, run)
    let expected = try reading.expected()
    #expect(try reading.found() == expected)
    #expect(try reading.found(.ascii) == expected)
    return picture.boxes.count { $0.kind == .stub }
  }
}
