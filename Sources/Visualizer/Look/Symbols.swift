package import CellGrid
package import SceneLanguage

/// The marks the screen uses, in Unicode and in its ASCII twin.
package struct Symbols: Hashable, Sendable {
  package let repertoire: Repertoire
  package let rule: Character
  package let upright: Character
  package let done: Character
  package let todo: Character
  package let boundary: Character
  /// Before a number this step made.
  package let fresh: Character
  /// Before a gradient that is still receiving.
  package let partial: Character
  /// Before a number an edit changed.
  package let changed: Character
  package let current: Character
  package let breakpoint: Character
  /// Before the title of a node the selection depends on, and of one that depends on it.
  package let ancestor: Character
  package let descendant: Character
  package let ellipsis: Character
  package let times: String
  /// A node in one cell: not computed yet, computed, not finite.
  package let unknown: Character
  package let known: Character
  package let nonFinite: Character
  /// The selected one of the nodes in one cell.
  package let selected: Character
  /// Gradients in one cell, from zero to large.
  package let bars: [Character]
  /// Before a gradient where there is no room for the word.
  package let partialDerivative: Character
  /// Before a mean where there is no room for the word.
  package let mean: Character
  /// Between the ends of a range.
  package let span: String
  /// Whether heat maps are drawn in colours, two pixels a cell; else a digit is a pixel.
  package private(set) var hasShades: Bool

  /// The same for a terminal without the colours of a heat map.
  package var withoutShades: Symbols {
    var symbols = self
    symbols.hasShades = false
    return symbols
  }

  /// How formulas are written.
  package var style: Expression.Style { repertoire == .ascii ? .plain : .mathematical }

  package static let unicode = Symbols(
    repertoire: .unicode, rule: "─", upright: "│", done: "━", todo: "─", boundary: "┿", fresh: "▸",
    partial: "●", changed: "~", current: "▸", breakpoint: "◆", ancestor: "«", descendant: "»",
    ellipsis: "…", times: "×", unknown: "·", known: "○", nonFinite: "!",
    selected: "◉",
    bars: ["0", "▁", "▂", "▃", "▄", "▅", "▆", "▇"], partialDerivative: "∂",
    mean: "μ", span: "…", hasShades: true)

  package static let ascii = Symbols(
    repertoire: .ascii, rule: "-", upright: "|", done: "=", todo: "-", boundary: "+", fresh: ">",
    partial: "*", changed: "~", current: ">", breakpoint: "#", ancestor: "<", descendant: ">",
    ellipsis: "~", times: "x", unknown: ".", known: "o", nonFinite: "!",
    selected: "@",
    bars: ["0", "1", "2", "3", "4", "5", "6", "7"], partialDerivative: "d",
    mean: "m", span: "..", hasShades: false)
}
