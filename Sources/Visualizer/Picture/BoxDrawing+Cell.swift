import Autograd
import CellGrid
import Playback

extension BoxDrawing {
  /// One cell for the node: whether it is computed, and how large its gradient is.
  func drawCell(at place: Point, clip: Rect, on canvas: inout Canvas) {
    // A bar that is reversed would look like a hole.
    if state.selected == node {
      canvas.draw(symbols.selected, at: place, role: .selection, within: clip)
    } else if let mark = lineageMark {
      canvas.draw(mark, at: place, role: .lineage, within: clip)
    } else {
      let sign = sign
      canvas.draw(sign.glyph, at: place, role: isActive ? .activeFrame : sign.role, within: clip)
    }
  }

  private var sign: (glyph: Character, role: Role) {
    guard state.run.isKnown(node, at: state.cursor) else { return (symbols.unknown, .quiet) }
    guard isFinite else { return (symbols.nonFinite, .problem) }
    guard box.kind != .constant else { return known }
    switch gradient {
    case .notYet, .carried: return known
    case .never: return (symbols.unknown, .unreached)
    case .partial: return (symbols.partial, .fresh)
    case .final(let number):
      let total =
        state.run.isTensor(node) ? state.run.gradientRange(of: node)?.magnitude ?? 0 : number
      guard total.isFinite else { return (symbols.nonFinite, .problem) }
      return (symbols.bars[Self.level(of: total)], .gradient)
    }
  }

  private var isFinite: Bool {
    state.run.isTensor(node)
      ? state.run.range(of: node, at: state.cursor)?.isFinite ?? true
      : (state.run.value(of: node, at: state.cursor) ?? state.run.values[node.index]).isFinite
  }

  private var known: (glyph: Character, role: Role) {
    let isChanged = state.change?.changed(.data, of: node) ?? false
    return (symbols.known, isChanged ? .changed : frameRole)
  }

  /// The height of a gradient's bar, from 0 for zero itself: one step for each power of ten from
  /// 1e-5 to 1, the lowest and the highest open to below and above.
  static func level(of gradient: Double) -> Int {
    guard gradient != 0 else { return 0 }
    var (level, bound) = (1, 1e-5)
    while level < 7, gradient.magnitude >= bound {
      level += 1
      bound *= 10
    }
    return level
  }
}
