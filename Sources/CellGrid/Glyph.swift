/// A character as a number, so that composing a grid copies no strings and counts no references.
///
/// A single scalar is its own number; a cluster of several is an index into the canvas's table.
struct Glyph: Hashable, Sendable {
  let rawValue: UInt32

  static let blank = Glyph(rawValue: 0x20)
  /// The right half of a wide character: shown by the cell on its left.
  static let continuation = Glyph(rawValue: 0xFFFF_FFFF)
  static let continuationCharacter: Character = "\u{FFFF}"

  private static let clusterFlag: UInt32 = 0x8000_0000

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  init(_ scalar: Unicode.Scalar) {
    rawValue = scalar.value
  }

  init(cluster index: Int) {
    rawValue = Glyph.clusterFlag | UInt32(truncatingIfNeeded: index)
  }

  var scalar: Unicode.Scalar? { Unicode.Scalar(rawValue) }

  var clusterIndex: Int? {
    guard self != .continuation, rawValue & Glyph.clusterFlag != 0 else { return nil }
    return Int(rawValue & ~Glyph.clusterFlag)
  }
}

/// A cell as the canvas stores it.
struct PackedCell: Hashable, Sendable {
  var glyph: Glyph
  var role: Role

  static let blank = PackedCell(glyph: .blank, role: .plain)
}

extension Canvas {
  func character(of glyph: Glyph) -> Character {
    if let scalar = glyph.scalar { return Character(scalar) }
    if let index = glyph.clusterIndex { return clusters[index] }
    return Glyph.continuationCharacter
  }

  /// The glyph of a printable character; control characters have none of their own and become
  /// the replacement character, so that nothing drawn can act on a terminal.
  mutating func glyph(of character: Character) -> Glyph {
    let scalars = character.unicodeScalars
    if let scalar = scalars.first, scalars.count == 1 {
      return Glyph(scalar.isControl ? "\u{FFFD}" : scalar)
    }
    if scalars.contains(where: \.isControl) { return Glyph("\u{FFFD}") }
    if let known = clusters.firstIndex(of: character) { return Glyph(cluster: known) }
    clusters.append(character)
    return Glyph(cluster: clusters.count - 1)
  }
}
