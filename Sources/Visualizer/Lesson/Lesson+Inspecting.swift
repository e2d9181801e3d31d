import Autograd
import Playback

extension Lesson {
  /// What is known of the element that is inspected, with what it depends on besides the run.
  struct Looked: Sendable {
    let node: NodeID
    let element: Int
    let cursor: Int
    let digits: Digits
    let report: CellReport
    /// A gradient that is not complete.
    let partial: Tensor?
  }

  /// The element the inspector is on, worked out anew unless it was just now; nil where it is closed
  /// or there is none.
  var looked: Looked? {
    guard let element = inspector?.element(in: run.shape(of: selected)) else { return nil }
    let (node, cursor) = (selected, player.cursor)
    if let known = lastLooked, known.node == node, known.element == element,
      known.cursor == cursor, known.digits == digits
    {
      return known
    }
    let state = run.gradient(of: node, at: cursor)
    let partial = state.isComplete ? nil : run.gradientTensor(of: node, at: cursor)
    return Looked(
      node: node, element: element, cursor: cursor, digits: digits,
      report: run.cell(element, of: node, at: cursor, digits: digits), partial: partial)
  }

  /// What the inspector shows of the element first: its gradient once it is known.
  func inspectedField(_ looked: Looked) -> Field {
    inspector?.field ?? (looked.report.gradient == nil ? .data : .grad)
  }

  /// The elements that feed the one that is inspected.
  var lit: [CellSum.Lit] {
    guard let looked else { return [] }
    let sums = looked.report.sums
    let isGradient = inspectedField(looked) == .grad
    let shown = sums.filter { $0.isGradient == isGradient }
    return (shown.last ?? sums.last)?.lit ?? []
  }

  mutating func inspect(_ command: Command, screen: Screenful) {
    guard command != .inspect else {
      inspector = inspector == nil ? Inspector() : nil
      follow(on: screen)
      return
    }
    let shape = run.shape(of: selected)
    guard var place = inspector?.clamped(to: shape) else { return }
    let page = inspectorPage(on: screen)
    let showsImages = place.showsImages && shape.images != nil
    switch command {
    case .moveCell(let direction): place.move(direction, in: shape, byImage: showsImages)
    case .pageCells(let direction):
      place.move(direction, in: shape, byImage: showsImages, times: page)
    case .firstCell: place.column = 0
    case .lastCell: place.column = shape.columns - 1
    case .nextLayer: place.layer += 1
    case .previousLayer: place.layer -= 1
    case .toggleField:
      let now = looked.map(inspectedField) ?? .data
      place.field = now == .data ? .grad : .data
    case .toggleImages:
      guard shape.images != nil else {
        return say("Images are rows of 784 or 64, or matrices of 28 by 28 or 8 by 8.")
      }
      place.showsImages.toggle()
    default: break
    }
    inspector = place.clamped(to: shape)
    follow(on: screen)
  }

  /// How many rows or images a page has.
  private func inspectorPage(on screen: Screenful) -> Int {
    guard let rect = arrangement(on: screen).inspector, let inspector else { return 1 }
    let shape = run.shape(of: selected)
    let layout = InspectorLayout(rect: rect, shape: shape)
    guard inspector.showsImages, let images = shape.images else { return layout.rows }
    return layout.images(images, inShades: screen.symbols.hasShades).count
  }
}

extension Inspector {
  fileprivate mutating func move(
    _ direction: Command.Direction, in shape: Shape, byImage: Bool, times distance: Int = 1
  ) {
    let isBack = direction == .left || direction == .up
    let step = isBack ? -distance : distance
    if byImage {
      if case .matrices? = shape.images { layer += step } else { row += step }
    } else if direction == .left || direction == .right {
      column += step
    } else {
      row += step
    }
  }
}

extension CellSum {
  /// Whether it is about a gradient and not about a value.
  var isGradient: Bool { left.hasPrefix("∂") }
}
