package import Autograd
import CellGrid
package import GraphLayout
package import Playback
package import SceneLanguage

/// The graph as boxes with a place each: made once per graph, and kept while values change.
package struct Picture: Sendable {
  package private(set) var metrics: Metrics
  let scope: PictureScope
  package private(set) var boxes: [Box]
  package let diagram: Diagram
  package private(set) var drawing: Drawing
  package let consumers: Consumers
  let plan: PicturePlan
  /// For every box whether wires leave it.
  let isSource: [Bool]

  /// How large boxes are drawn.
  package struct Metrics: Hashable, Sendable {
    /// Enough for the mark and the longest number, `-1.235e-150`, whatever the values become; the
    /// word before it then moves to the left.
    package let minimumWidth: Int
    package let maximumWidth: Int
    /// Whether the rows say `data` and `grad`; where they do not, their places still do.
    package let hasWords: Bool
    /// Columns between two ranks at least, so that an edge can carry its amount.
    package let gap: Int
    /// How titles write formulas.
    package var style = Expression.Style.mathematical
    package var zoom = Zoom.boxes

    package static let full = Metrics(minimumWidth: 18, maximumWidth: 30, hasWords: true, gap: 10)
    package static let compact = Metrics(
      minimumWidth: 15, maximumWidth: 22, hasWords: false, gap: 8)
  }

  /// - Parameters:
  ///   - drawsAllWires: whether the wires of a leaf that is used far away are drawn, too, instead
  ///     of a stub with its name.
  package init(
    run: Run, metrics: Metrics, folding: Folding = Folding(), drawsAllWires: Bool = false
  ) {
    self.init(
      run: run, metrics: metrics, scope: PictureScope(folding: folding),
      drawsAllWires: drawsAllWires)
  }

  init(run: Run, metrics: Metrics, scope: PictureScope, drawsAllWires: Bool = false) {
    self.init(run, metrics, scope, drawsAllWires: drawsAllWires) { $0.laidOut() }
    if metrics.zoom == .cells { condense() }
  }

  /// A picture whose boxes have ranks, and no places yet.
  init(unplaced run: Run, metrics: Metrics, scope: PictureScope) {
    self.init(run, metrics, scope, drawsAllWires: false) { $0.sketched() }
  }

  private init(
    _ run: Run, _ metrics: Metrics, _ scope: PictureScope, drawsAllWires: Bool,
    _ drawing: (Diagram) -> Drawing
  ) {
    self.metrics = metrics
    self.scope = scope
    let scene = run.scene
    plan = PicturePlan(of: scene, scope: scope, drawsAllWires: drawsAllWires)
    boxes = Self.boxes(of: plan, run: run, metrics: metrics)
    diagram = Self.diagram(of: scene.graph, plan: plan, boxes: boxes, gap: metrics.gap)
    self.drawing = drawing(diagram)
    consumers = Consumers(of: scene.graph)
    var isSource = [Bool](repeating: false, count: boxes.count)
    for wire in plan.wires { isSource[wire.from] = true }
    self.isSource = isSource
  }

  /// The same nodes in the same order with one cell for each.
  func condensed() -> Picture {
    var picture = self
    picture.metrics.zoom = .cells
    picture.boxes = boxes.map { $0.zoomed(to: .cells) }
    picture.condense()
    return picture
  }

  /// The same boxes where a layout puts them.
  func placed(by drawing: Drawing) -> Picture {
    var picture = self
    picture.drawing = drawing
    if metrics.zoom == .cells { picture.condense() }
    return picture
  }

  private mutating func condense() {
    drawing = drawing.condensed { boxes[$0].kind != .stub }
  }

  /// The same places for a graph whose values changed; nil where a box no longer fits its place.
  package func refitted(to run: Run) -> Picture? {
    let boxes = Self.boxes(of: plan, run: run, metrics: metrics)
    let fits = boxes.indices.allSatisfy { boxes[$0].size.width <= self.boxes[$0].size.width }
    // A cell takes whatever the number is.
    guard fits || metrics.zoom == .cells else { return nil }
    var picture = self
    picture.boxes = boxes.indices.map { boxes[$0].resized(to: self.boxes[$0].size) }
    return picture
  }

  private static func boxes(of plan: PicturePlan, run: Run, metrics: Metrics) -> [Box] {
    var line = metrics
    line.zoom = .lines
    let isArgument = metrics.zoom == .boxes ? plan.arguments(of: run.scene.graph) : []
    let boxes = plan.subjects.indices.map { index in
      Box(
        of: plan.subjects[index], operands: plan.wires(into: index).count, run: run,
        metrics: isArgument.isEmpty || !isArgument[index] ? metrics : line)
    }
    return aligned(boxes)
  }

  /// Gives the lines of inputs and parameters one width, so that their names begin in one column.
  private static func aligned(_ boxes: [Box]) -> [Box] {
    func isLeafLine(_ box: Box) -> Bool {
      box.zoom == .lines && (box.kind == .input || box.kind == .parameter)
    }
    let width = boxes.reduce(0) { isLeafLine($1) ? max($0, $1.size.width) : $0 }
    guard width > 0 else { return boxes }
    return boxes.map { isLeafLine($0) ? $0.resized(to: Size(width: width, height: 1)) : $0 }
  }

  private static func diagram(
    of graph: Graph, plan: PicturePlan, boxes: [Box], gap: Int
  ) -> Diagram {
    let sized = boxes.indices.map { index in
      let (box, subject) = (boxes[index], plan.subjects[index])
      let takesAnyOrder = box.kind == .group || graph.operation(of: subject.node).isSymmetric
      return Diagram.Box(
        size: box.size, inputs: box.inputs, takesAnyOrder: takesAnyOrder,
        output: box.zoom == .lines ? 0 : min(1, box.size.height - 1))
    }
    return Diagram(boxes: sized, wires: plan.wires, leastGap: gap)
  }
}

extension Picture {
  /// The node whose numbers a box shows.
  package func node(ofBox box: Int) -> NodeID { plan.subjects[box].node }

  /// The node whose box shows a node or hides it; nil where there is none.
  package func shown(_ node: NodeID) -> NodeID? { plan.shown(node) }

  /// Whether a node is neither drawn nor inside of a closed group that is.
  package func leavesOut(_ node: NodeID) -> Bool { plan.leavesOut(node) }

  /// Where a node's box is, or the closed group's that hides it, or the stub's that names it; nil
  /// where there is nothing of it.
  func place(of node: NodeID) -> Rect? {
    guard let box = plan.box(of: node), !drawing.boxes[box].isEmpty else { return nil }
    return drawing.boxes[box]
  }

  /// The nodes the wires into a node's box come from, slot by slot.
  func operands(of node: NodeID) -> [NodeID] {
    guard let box = plan.box(of: node) else { return [] }
    return plan.wires(into: box).map { self.node(ofBox: plan.wires[$0].from) }
  }

  /// The nodes that use a node, or show the group in which it is used; those inside of its own
  /// group left out.
  func consumersShown(of node: NodeID) -> [NodeID] {
    guard let shown = plan.shown(node) else { return [] }
    return consumers[shown].compactMap { plan.shown($0.node) }
      .filter { $0 != shown && plan.shows($0) }
  }

  /// The wires a step runs along: forward those of what a value is computed from, backward the one
  /// a contribution comes along.
  func activeWires(in state: PictureState) -> [Int] {
    switch state.step?.kind {
    case .value(let node): wires(computing: node, in: state.run.scene.graph)
    case .contribution(let arrival): wire(of: arrival.contribution).map { [$0] } ?? []
    default: []
    }
  }

  /// All wires into a node's box; of a node inside of a closed group, its own operands' only.
  private func wires(computing node: NodeID, in graph: Graph) -> [Int] {
    guard let box = plan.box(of: node) else { return [] }
    guard plan.shown(node) != node else { return Array(plan.wires(into: box)) }
    return graph.operands(of: node).enumerated().compactMap {
      wire(into: node, slot: $0.offset, from: $0.element)
    }
  }

  /// The boxes a step is about: that compute, pass on or receive; with a stub, if the wire is its.
  func activeBoxes(in state: PictureState) -> [Int] {
    switch state.step?.kind {
    case .value(let node), .seed(let node), .final(let node), .update(let node):
      [plan.box(of: node)].compactMap { $0 }
    case .zero(let nodes): nodes.compactMap(plan.box)
    case .contribution(let arrival):
      [arrival.contribution.from, arrival.contribution.to].compactMap(plan.box)
        + (wire(of: arrival.contribution).map { [plan.wires[$0].from] } ?? [])
    case nil: []
    }
  }

  /// The wire that draws an edge of the graph; nil where a closed group hides it, or its end is
  /// left out.
  package func wire(into consumer: NodeID, slot: Int, from operand: NodeID) -> Int? {
    plan.wire(into: consumer, slot: slot, from: operand)
  }

  /// The wire a contribution comes along; nil inside of a closed group.
  func wire(of contribution: Contribution) -> Int? {
    wire(into: contribution.from, slot: contribution.slot, from: contribution.to)
  }

  /// The places a contribution goes between: the consumer, and the box or the stub it goes to.
  func places(of contribution: Contribution) -> Rect? {
    guard let start = place(of: contribution.from) else { return place(of: contribution.to) }
    guard let wire = wire(of: contribution) else { return start }
    let end = drawing.boxes[plan.wires[wire].from]
    return end.isEmpty ? start : start.union(end)
  }
}

extension Operation {
  fileprivate var isSymmetric: Bool {
    if case .primitive(let primitive) = self { primitive.isSymmetric } else { false }
  }
}
