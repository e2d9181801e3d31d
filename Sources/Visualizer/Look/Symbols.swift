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

  /// How formulas are written.
  package var style: Expression.Style { repertoire == .ascii ? .plain : .mathematical }

  package static let unicode = Symbols(
    repertoire: .unicode, rule: "─", upright: "│", done: "━", todo: "─", boundary: "┿", fresh: "▸",
    partial: "●", changed: "~", current: "▸", breakpoint: "◆", ancestor: "«", descendant: "»",
    ellipsis: "…", times: "×", unknown: "·", known: "○", nonFinite: "!",
    selected: "◉",
    bars: ["0", "▁", "▂", "▃", "▄", "▅", "▆", "▇"], partialDerivative: "∂")

  package static let ascii = Symbols(
    repertoire: .ascii, rule: "-", upright: "|", done: "=", todo: "-", boundary: "+", fresh: ">",
    partial: "*", changed: "~", current: ">", breakpoint: "#", ancestor: "<", descendant: ">",
    ellipsis: "~", times: "x", unknown: ".", known: "o", nonFinite: "!",
    selected: "@",
    bars: ["0", "1", "2", "3", "4", "5", "6", "7"], partialDerivative: "d")
}
