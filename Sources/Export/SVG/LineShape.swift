import CellGrid

/// What a character of a border or an edge looks like when it is drawn and not typed.
struct LineShape {
  let arms: Arms
  var isRound = false
  var isDotted = false
  var isDouble = false

  /// Nil for characters that are text.
  init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    if let arms = Arms(glyph: scalar) {
      self.arms = arms
      return
    }
    guard let shape = Self.others[character] else { return nil }
    self = shape
  }

  private init(
    _ directions: [Arms.Direction], isRound: Bool = false, isDotted: Bool = false,
    isDouble: Bool = false
  ) {
    arms = Arms(directions)
    (self.isRound, self.isDotted, self.isDouble) = (isRound, isDotted, isDouble)
  }

  private static let others: [Character: LineShape] = [
    "╭": LineShape([.right, .down], isRound: true), "╮": LineShape([.left, .down], isRound: true),
    "╰": LineShape([.right, .up], isRound: true), "╯": LineShape([.left, .up], isRound: true),
    "┄": LineShape([.left, .right], isDotted: true), "┆": LineShape([.up, .down], isDotted: true),
    "═": LineShape([.left, .right], isDouble: true), "║": LineShape([.up, .down], isDouble: true),
    "╔": LineShape([.right, .down], isDouble: true),
    "╗": LineShape([.left, .down], isDouble: true),
    "╚": LineShape([.right, .up], isDouble: true), "╝": LineShape([.left, .up], isDouble: true),
    "╟": LineShape([.up, .down, .right], isDouble: true),
    "╢": LineShape([.up, .down, .left], isDouble: true),
  ]
}
