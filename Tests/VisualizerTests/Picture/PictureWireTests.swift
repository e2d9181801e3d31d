import Autograd
import CellGrid
import GraphLayout
import PictureReading
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
    var canvas = Canvas(size: picture.drawing.size)
    PictureCanvas(
      picture: picture, state: PictureState(run: run, cursor: 0), symbols: .unicode
    )
    .draw(canvas.bounds, in: canvas.bounds, on: &canvas)
    let walk = GlyphWalk(canvas.text, boxes: picture.drawing.boxes)
    var found: Set<Use> = []
    for (box, place) in picture.drawing.boxes.enumerated() where picture.isSource[box] {
      let label = picture.boxes[box].kind == .stub ? try name(at: place, walk) : nil
      let output = Point(
        column: place.maxColumn, row: place.minRow + picture.diagram.boxes[box].output)
      for arrival in try walk.follow(from: output) {
        found.insert(
          Use(
            operand: label ?? run.labels[picture.node(ofBox: box)],
            consumer: picture.node(ofBox: arrival.box), row: arrival.row))
      }
    }
    #expect(try found == expected(run, picture))
    return picture.boxes.count { $0.kind == .stub }
  }

  private struct Use: Hashable {
    let operand: String
    let consumer: NodeID
    let row: Int
  }

  /// What a stub reads in the picture, between its brackets.
  private func name(at place: Rect, _ walk: GlyphWalk) throws -> String {
    let characters = (place.minColumn...place.maxColumn).map {
      walk[Point(column: $0, row: place.minRow)]
    }
    #expect(characters.first == "(" && characters.last == ")")
    return String(characters.dropFirst().dropLast())
  }

  /// Every operand that is not in the same box as its consumer, at the port its wire goes to.
  private func expected(_ run: Run, _ picture: Picture) throws -> Set<Use> {
    var uses: Set<Use> = []
    for node in run.scene.graph.nodes where !picture.plan.leavesOut(node) {
      for (slot, operand) in run.scene.graph.operands(of: node).enumerated()
      where picture.plan.box(of: operand) != picture.plan.box(of: node) {
        let wire = try #require(picture.plan.wire(into: node, slot: slot, from: operand))
        let row =
          try picture.drawing.routes[wire].target.row - #require(picture.place(of: node)).minRow
        let shown = try #require(picture.plan.shown(operand))
        let consumer = try #require(picture.plan.shown(node))
        uses.insert(Use(operand: run.labels[shown], consumer: consumer, row: row))
      }
    }
    return uses
  }
}
