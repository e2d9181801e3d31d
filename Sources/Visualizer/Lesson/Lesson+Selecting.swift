import Autograd
import CellGrid
import GraphLayout
import Playback
import SceneLanguage

extension Lesson {
  mutating func select(_ command: Command, screen: Screenful) {
    switch command {
    case .select(let direction):
      guard let next = neighbour(of: selected, towards: direction) else { return }
      chosen = next
    case .selectNextOnTape: chosen = onTape(from: selected, by: 1)
    case .selectPreviousOnTape: chosen = onTape(from: selected, by: -1)
    case .makeOutput:
      makeOutput(selected, screen: screen)
    default: break
    }
    viewport.followAgain()
    follow(on: screen)
  }

  private mutating func makeOutput(_ node: NodeID, screen: Screenful) {
    let scenesOutput = run.scene.output
    change = nil
    editor.setOutput(node)
    forgetTraining()
    player.replace(run: editor.run)
    forgetTensors()
    let hadPaths = scope.paths != nil
    keepPaths(on: screen)
    let place = "\(run.labels[node])\(node == scenesOutput ? ", as the scene says" : "")"
    let sentences = ["Backward starts at \(place).", remark(onPathsBefore: hadPaths)]
    say(sentences.compactMap { $0 }.joined(separator: " "))
  }

  mutating func move(_ command: Command, screen: Screenful) {
    let visible = arrangement(on: screen).graph.size
    let drawing = picture.drawing.size
    switch command {
    case .pan(let direction):
      let columns = max(4, visible.width / 4)
      let rows = max(2, visible.height / 4)
      let distance: (columns: Int, rows: Int) =
        switch direction {
        case .left: (-columns, 0)
        case .right: (columns, 0)
        case .up: (0, -rows)
        case .down: (0, rows)
        }
      viewport.pan(
        columns: distance.columns, rows: distance.rows, drawing: drawing, visible: visible)
    case .centre: viewport.centre(on: place, drawing: drawing, visible: visible)
    default: break
    }
  }

  /// The next node on the tape, or the one before, that is not inside of a closed group.
  private func onTape(from node: NodeID, by distance: Int) -> NodeID {
    let count = run.nodeCount
    var index = node.index
    repeat { index = (index + distance + count) % count } while !picture.plan.shows(NodeID(index))
    return NodeID(index)
  }

  /// The node an arrow leads to: along an edge to the left and right, within the rank up and down.
  func neighbour(of node: NodeID, towards direction: Command.Direction) -> NodeID? {
    switch direction {
    case .left: nearest(to: node, among: picture.operands(of: node))
    case .right: nearest(to: node, among: picture.consumersShown(of: node))
    case .up: inRank(of: node, by: -1)
    case .down: inRank(of: node, by: 1)
    }
  }

  /// Of several operands or consumers, the one whose box is at the most similar height.
  private func nearest(to node: NodeID, among nodes: [NodeID]) -> NodeID? {
    let row = picture.place(of: node)?.minRow ?? 0
    func distance(_ other: NodeID) -> Int { abs((picture.place(of: other)?.minRow ?? row) - row) }
    return nodes.min { (distance($0), $0) < (distance($1), $1) }
  }

  private func inRank(of node: NodeID, by distance: Int) -> NodeID? {
    guard let box = picture.plan.box(of: node), let standing = picture.drawing.standing(of: box)
    else { return nil }
    let members = picture.drawing.ranks[standing.rank]
    var place = standing.place
    repeat {
      place += distance
    } while members.indices.contains(place) && picture.boxes[members[place]].kind == .stub
    return members.indices.contains(place) ? picture.node(ofBox: members[place]) : nil
  }
}
