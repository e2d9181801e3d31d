/// How strongly a line is drawn.
package enum Weight: UInt8, Comparable, Sendable {
  case light = 1
  case heavy = 2

  package static func < (one: Weight, other: Weight) -> Bool { one.rawValue < other.rawValue }
}

/// Which characters lines are drawn with.
package enum Repertoire: Hashable, Sendable {
  case unicode
  case ascii
}

/// The half lines of one cell: for each of the four directions none, a light or a heavy one.
package struct Arms: Hashable, Sendable {
  /// Two bits a direction, from the lowest: left, up, right, down.
  private(set) var rawValue: UInt8 = 0

  package enum Direction: UInt8, CaseIterable, Sendable {
    case left, up, right, down
  }

  package init() {}

  package init(_ directions: [Direction], weight: Weight = .light) {
    for direction in directions { insert(direction, weight: weight) }
  }

  package func weight(_ direction: Direction) -> Weight? {
    Weight(rawValue: rawValue >> (2 * direction.rawValue) & 3)
  }

  /// Adds an arm; of two in one direction the heavier stays.
  package mutating func insert(_ direction: Direction, weight: Weight) {
    guard weight.rawValue > self.weight(direction)?.rawValue ?? 0 else { return }
    let shift = 2 * direction.rawValue
    rawValue = rawValue & ~(3 << shift) | weight.rawValue << shift
  }

  mutating func formUnion(_ other: Arms) {
    for direction in Direction.allCases {
      if let weight = other.weight(direction) { insert(direction, weight: weight) }
    }
  }

  package var isEmpty: Bool { rawValue == 0 }
  package var isHorizontal: Bool { rawValue & 0b1100_1100 == 0 && rawValue != 0 }
  package var isVertical: Bool { rawValue & 0b0011_0011 == 0 && rawValue != 0 }
  package var heaviest: Weight? {
    rawValue & 0b1010_1010 != 0 ? .heavy : isEmpty ? nil : .light
  }

  /// The arms that a line character shows; nil for any other character.
  package init?(glyph: Unicode.Scalar) {
    guard let place = Self.glyphs.firstIndex(of: glyph), place > 0 else { return nil }
    let digits = [place % 3, place / 3 % 3, place / 9 % 3, place / 27]
    for (shift, digit) in digits.enumerated() {
      rawValue |= UInt8(truncatingIfNeeded: digit) << UInt8(truncatingIfNeeded: 2 * shift)
    }
  }

  /// The character that shows exactly these arms.
  package func glyph(_ repertoire: Repertoire = .unicode) -> Unicode.Scalar {
    switch repertoire {
    case .unicode: Self.glyphs[index]
    case .ascii: asciiGlyph
    }
  }

  /// The arms as a number in base 3, the same order of directions.
  private var index: Int {
    Int(rawValue & 3) + 3 * Int(rawValue >> 2 & 3) + 9 * Int(rawValue >> 4 & 3)
      + 27 * Int(rawValue >> 6)
  }

  /// In ASCII a corner says whether its line goes on above (`'`) or below (`.`), and the lines
  /// beside it say the rest.
  private var asciiGlyph: Unicode.Scalar {
    let isHeavy = heaviest == .heavy
    if isEmpty { return " " }
    if isHorizontal { return isHeavy ? "=" : "-" }
    if isHeavy { return "#" }
    if isVertical { return "|" }
    return weight(.up) == nil ? "." : weight(.down) == nil ? "'" : "+"
  }

  /// Each line adds one weight to the right, each three lines one downwards; within a line the
  /// left arm changes fastest, then the upper one.
  private static let glyphs = Array(
    """
     ╴╸╵┘┙╹┚┛\
    ╶─╾└┴┵┖┸┹\
    ╺╼━┕┶┷┗┺┻\
    ╷┐┑│┤┥╿┦┩\
    ┌┬┭├┼┽┞╀╃\
    ┍┮┯┝┾┿┡╄╇\
    ╻┒┓╽┧┪┃┨┫\
    ┎┰┱┟╁╅┠╂╉\
    ┏┲┳┢╆╈┣╊╋
    """.unicodeScalars)
}
