package import Autograd
package import CellGrid
package import GraphLayout
package import Playback
package import SceneLanguage

/// The graph as boxes with a place each: made once per graph, and kept while values change.
package struct Picture: Sendable {
  package let metrics: Metrics
  package private(set) var boxes: [Box]
  package let diagram: Diagram
  package let drawing: Drawing
  package let consumers: Consumers

  /// A node's box: everything about it that does not change with the cursor.
  package struct Box: Hashable, Sendable {
    package let kind: Kind
    /// The name, or the name and the operation: `b = w·a`.
    package let title: String
    package private(set) var size: Size
    /// Rows below the box's top where its slots' ports are.
    package let inputs: [Int]
    /// Whether its rows say `data` and `grad`.
    package let hasWords: Bool
  }

  package enum Kind: Hashable, Sendable {
    case input, parameter, constant, computed
  }

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

    package static let full = Metrics(minimumWidth: 18, maximumWidth: 30, hasWords: true, gap: 10)
    package static let compact = Metrics(
      minimumWidth: 15, maximumWidth: 22, hasWords: false, gap: 8)
  }

  package init(run: Run, metrics: Metrics) {
    self.metrics = metrics
    boxes = run.scene.graph.nodes.map { Box(of: $0, run: run, metrics: metrics) }
    diagram = Self.diagram(of: run.scene.graph, boxes: boxes, gap: metrics.gap)
    drawing = diagram.laidOut()
    consumers = Consumers(of: run.scene.graph)
  }

  /// The wire into a slot: wires are in the order of their consumers and of their slots.
  func wire(into consumer: NodeID, slot: Int) -> Int {
    diagram.wires.firstIndex(after: { $0.to < consumer.index }) + slot
  }

  /// The same places for a graph whose values changed; nil where a box no longer fits its place.
  package func refitted(to run: Run) -> Picture? {
    let boxes = run.scene.graph.nodes.map { Box(of: $0, run: run, metrics: metrics) }
    let fits = zip(boxes, self.boxes).allSatisfy { $0.size.width <= $1.size.width }
    guard boxes.count == self.boxes.count, fits else { return nil }
    var picture = self
    picture.boxes = zip(boxes, self.boxes).map { $0.resized(to: $1.size) }
    return picture
  }

  private static func diagram(of graph: Graph, boxes: [Box], gap: Int) -> Diagram {
    var wires: [Diagram.Wire] = []
    for node in graph.nodes {
      for (slot, operand) in graph.operands(of: node).enumerated() {
        wires.append(Diagram.Wire(from: operand.index, to: node.index, slot: slot))
      }
    }
    let sized = boxes.indices.map { index in
      Diagram.Box(
        size: boxes[index].size, inputs: boxes[index].inputs,
        takesAnyOrder: graph.operation(of: NodeID(index)).isSymmetric, output: 1)
    }
    return Diagram(boxes: sized, wires: wires, leastGap: gap)
  }
}

extension Picture.Box {
  fileprivate func resized(to size: Size) -> Self {
    var box = self
    box.size = size
    return box
  }

  init(of node: NodeID, run: Run, metrics: Picture.Metrics) {
    hasWords = metrics.hasWords
    let graph = run.scene.graph
    switch graph.operation(of: node) {
    case .input: kind = .input
    case .parameter: kind = .parameter
    case .constant: kind = .constant
    case .primitive: kind = .computed
    }
    let name = run.scene.details[node.index].name
    if kind == .constant {
      title = name ?? ""
      let content = max(NumberText.text(of: run.values[node.index]).count, title.count)
      size = Size(width: max(7, content + 4), height: 3)
      inputs = []
      return
    }
    let label = run.labels[node]
    title = run.labels.formula(of: node).map { "\(label) = \($0.text(metrics.style))" } ?? label
    let width = min(max(metrics.minimumWidth, title.columnCount + 4), metrics.maximumWidth)
    size = Size(width: width, height: 4)
    inputs = graph.operands(of: node).indices.map { $0 + 1 }
  }
}

extension Operation {
  fileprivate var isSymmetric: Bool {
    if case .primitive(let primitive) = self { primitive.isSymmetric } else { false }
  }
}
