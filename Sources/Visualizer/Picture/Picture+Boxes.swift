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
    let number = NumberText.text(of: run.values[node.index]).count
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
          width: min(title.columnCount, Self.nameColumns) + Self.numberColumns,
          height: max(1, operands))
      }
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
    case .node where metrics.zoom == .lines: return label
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
