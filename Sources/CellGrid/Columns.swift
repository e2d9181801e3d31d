/// The columns a terminal gives to text. Whatever draws measures here; the scene language, which
/// draws nothing, has a shorter table for the mark under a mistake.
///
/// A grapheme cluster is as wide as its base: two columns for East Asian wide characters and
/// emoji, none for a combining mark that stands alone, one for everything else. The ranges are
/// those of Unicode 16 `EastAsianWidth.txt` with the value W or F, small gaps joined.
extension Character {
  package var columns: Int {
    let scalars = unicodeScalars
    guard let base = scalars.first else { return 0 }
    if base.value < 0x300 { return scalars.contains("\u{FE0F}") ? 2 : 1 }
    if base.isDrawingOrSign { return 1 }
    if base.isCombining { return 0 }
    return base.isWide || scalars.contains("\u{FE0F}") || base.isRegionalIndicator ? 2 : 1
  }
}

extension String {
  package var columnCount: Int {
    isPlainASCII ? utf8.count : reduce(0) { $0 + $1.columns }
  }

  /// Whether every byte is a character of its own, one column wide.
  var isPlainASCII: Bool {
    for byte in utf8 where byte < 0x20 || byte > 0x7E { return false }
    return true
  }
}

extension StringProtocol {
  package var columnCount: Int { String(self).columnCount }

  /// The text cut to a number of columns, its last one `…` where something was cut.
  ///
  ///     "sigmoid".truncated(toColumns: 4)  // "sig…"
  package func truncated(toColumns columns: Int, ellipsis: Character = "…") -> String {
    let text = String(self)
    if text.columnCount <= columns { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      guard used + character.columns < columns else { break }
      kept.append(character)
      used += character.columns
    }
    return kept + String(ellipsis)
  }
}

extension Unicode.Scalar {
  /// C0, DEL, C1, and the soft hyphen, which a terminal may show or not.
  var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD }

  /// Lines, blocks, arrows and the signs of mathematics are what most cells show, so they are
  /// told first. All of them are narrow.
  var isDrawingOrSign: Bool {
    (0x2500...0x25FC).contains(value) || (0x2190...0x2319).contains(value)
  }

  var isCombining: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: (0x1160...0x11FF).contains(value)
    }
  }

  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  var isWide: Bool {
    // Below the first wide range, and where arrows, mathematics, lines and blocks are: without the
    // table.
    if value < 0x1100 || (0x1160..<0x231A).contains(value) || (0x23F4..<0x25FD).contains(value) {
      return false
    }
    var low = 0
    var high = Self.wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if Self.wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < Self.wideRanges.count && Self.wideRanges[low].contains(value)
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
    0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
    0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
    0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
    0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
    0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4DC0...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D356,
    0x1D360...0x1D376, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
    0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
    0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
    0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF,
    0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}
