import Autograd
package import CellGrid
import Playback
import SceneLanguage

extension Picture {
  /// One box: everything about it that does not change with the cursor.
  package struct Box: Hashable, Sendable {
    package let kind: Kind
    /// The name, or the name and the operation: `b = w·a`.
    package let title: String
    package private(set) var size: Size
    /// Rows below the box's top where its slots' ports are.
    package let inputs: [Int]
    /// Whether its rows say `data` and `grad`.
    package let hasWords: Bool
    package private(set) var zoom: Zoom
    /// How it shows a tensor; nil where it shows a number.
    let face: TensorFace?
  }

  package enum Kind: Hashable, Sendable {
    case input, parameter, constant, computed
    /// A closed group.
    case group
    /// The name of a leaf far from its box, or of a node that is left out.
    case stub
  }

  /// How much of a node is shown.
  package enum Zoom: Hashable, Sendable, CaseIterable {
    /// A frame with the formula, and a row each for data and grad.
    case boxes
    /// One line: name, data, grad.
    case lines
    /// One cell, and no wires.
    case cells

    /// From near to far, and from there to near again.
    var next: Zoom {
      switch self {
      case .boxes: .lines
      case .lines: .cells
      case .cells: .boxes
      }
    }

    /// About as many cells as a small node takes.
    var leastArea: Int {
      switch self {
      case .boxes: 60
      case .lines: 20
      case .cells: 1
      }
    }
  }
}

extension Picture.Box {
  init(of subject: PicturePlan.Subject, operands: Int, run: Run, metrics: Picture.Metrics) {
    let (node, graph) = (subject.node, run.scene.graph)
    hasWords = metrics.hasWords
    zoom = metrics.zoom
    kind = Picture.Kind(of: subject, in: graph)
    let top = metrics.zoom != .lines && kind != .stub ? 1 : 0
    inputs = (0..<operands).map { $0 + top }
    title = Self.title(of: subject, kind, run: run, metrics: metrics)
    let isFramed = metrics.zoom != .lines && kind != .stub
    let face =
      isFramed && run.isTensor(node) ? TensorFace(of: run.shape(of: node), metrics: metrics) : nil
    self.face = face
    if let face {
      size = Self.size(of: face, title: title, kind, operands: operands, metrics)
      return
    }
    let number = (kind == .constant ? Self.shortText(of: node, in: run) : "").columnCount
    size =
      switch (kind, metrics.zoom) {
      case (.stub, _): Size(width: title.columnCount, height: 1)
      case (.constant, .boxes), (.constant, .cells):
        Size(width: max(7, max(number, title.columnCount) + 4), height: 3)
      case (.constant, .lines):
        Size(width: number + (title.isEmpty ? 0 : title.columnCount + 1) + 4, height: 1)
      case (_, .boxes), (_, .cells):
        Size(
          width: min(max(metrics.minimumWidth, title.columnCount + 4), metrics.maximumWidth),
          height: max(4, operands + 2))
      case (_, .lines):
        Size(
          width: min(
            title.columnCount, run.isTensor(node) ? 2 * Self.nameColumns : Self.nameColumns)
            + Self.numberColumns,
          height: max(1, operands))
      }
  }

  /// The number of a constant, or what a line says of a tensor.
  private static func shortText(of node: NodeID, in run: Run) -> String {
    run.isTensor(node) ? "\(run.shape(of: node))" : NumberText.text(of: run.values[node.index])
  }

  private static func size(
    of face: TensorFace, title: String, _ kind: Picture.Kind, operands: Int,
    _ metrics: Picture.Metrics
  ) -> Size {
    // The lower border says the shape, and how many contributions are in.
    let words = max(title.columnCount + 4, "\(face.shape)".count + (kind == .constant ? 4 : 11))
    let fields = kind == .constant ? 1 : 2
    return Size(
      width: max(face.columns + 2, min(words, metrics.maximumWidth)),
      height: max(fields * face.rows + 2, operands + 2))
  }

  /// What a line gives to a name, and to the two numbers with what stands around them.
  private static let nameColumns = 12
  private static let numberColumns = 24

  func resized(to size: Size) -> Self {
    var box = self
    box.size = size
    return box
  }

  func zoomed(to zoom: Picture.Zoom) -> Self {
    var box = self
    box.zoom = zoom
    return box
  }

  private static func title(
    of subject: PicturePlan.Subject, _ kind: Picture.Kind, run: Run, metrics: Picture.Metrics
  ) -> String {
    let node = subject.node
    let label = run.labels[node]
    switch subject.kind {
    case .stub: return "(\(label))"
    case .group(let index):
      return metrics.zoom == .lines
        ? "+\(label)" : "+ \(label) = \(run.scene.groups[index].function)"
    case .node where kind == .constant: return run.scene.details[node.index].name ?? ""
    case .node where metrics.zoom == .lines:
      return run.isTensor(node) ? "\(label) \(run.shape(of: node))" : label
    case .node:
      return run.labels.formula(of: node).map { "\(label) = \($0.text(metrics.style))" } ?? label
    }
  }
}

extension Picture.Kind {
  init(of subject: PicturePlan.Subject, in graph: Graph) {
    switch (subject.kind, graph.operation(of: subject.node)) {
    case (.stub, _): self = .stub
    case (.group, _): self = .group
    case (.node, .input): self = .input
    case (.node, .parameter): self = .parameter
    case (.node, .constant): self = .constant
    case (.node, .primitive): self = .computed
    }
  }
}
