import CVTerm

/// A terminal in memory: bytes go in, a screen comes out.
final class Emulator {
  /// How one cell looks.
  struct Look: Equatable {
    /// Palette index; -1 for the terminal's own colour, -2 for a direct one.
    var foreground: Int
    var background: Int
    var isBold: Bool
    var isReversed: Bool
    var isUnderlined: Bool
  }

  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let modes: UnsafeMutablePointer<cvterm_modes>
  private(set) var columns: Int
  private(set) var rows: Int
  /// libvterm keeps this mode to itself, so the bytes are searched for it.
  private(set) var isPasteBracketed = false
  private var recent: [UInt8] = []
  /// Whether it was told to repeat a character (ECMA-48, 8.3.103).
  private(set) var hasRepeated = false

  init?(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)) else { return nil }
    modes = .allocate(capacity: 1)
    modes.initialize(to: cvterm_modes(is_alternate: false, is_cursor_visible: true, mouse: 0))
    guard let screen = cvterm_screen(terminal, modes) else { return nil }
    self.terminal = terminal
    self.screen = screen
    self.columns = columns
    self.rows = rows
  }

  deinit {
    vterm_free(terminal)
    modes.deallocate()
  }

  var isAlternateScreen: Bool { modes.pointee.is_alternate }
  var isCursorVisible: Bool { modes.pointee.is_cursor_visible }
  var isMouseCaptured: Bool { modes.pointee.mouse != 0 }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        terminal, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    trackPasteMode(bytes)
    if String(decoding: bytes, as: UTF8.self).contains(/\u{1B}\[[0-9]+b/) { hasRepeated = true }
  }

  /// What the terminal answers to the program's questions.
  func answer() -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  private func trackPasteMode(_ bytes: [UInt8]) {
    let mark = Array("\u{1b}[?2004".utf8)
    recent += bytes
    var index = recent.startIndex
    while let escape = recent[index...].firstIndex(of: 0x1B) {
      index = escape + 1
      let candidate = recent[escape...]
      guard candidate.starts(with: mark), candidate.count > mark.count else { continue }
      isPasteBracketed = candidate[escape + mark.count] == UInt8(ascii: "h")
    }
    recent = recent.suffix(mark.count)
  }
}

extension Emulator {
  /// The screen as lines, blanks at their ends left out.
  var text: String { (0..<rows).map(line).joined(separator: "\n") }

  func line(_ row: Int) -> String {
    var line = ""
    for column in 0..<columns {
      var cell = cell(column, row)
      let first = cvterm_scalar(&cell, 0)
      if first == 0 { line += " " }
      guard first != 0, first != .max else { continue }
      for place in 0..<Int32(VTERM_MAX_CHARS_PER_CELL) {
        guard let scalar = Unicode.Scalar(cvterm_scalar(&cell, place)), scalar.value > 0 else {
          break
        }
        line.unicodeScalars.append(scalar)
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  func look(column: Int, row: Int) -> Look {
    var cell = cell(column, row)
    return Look(
      foreground: Int(cvterm_foreground(&cell)), background: Int(cvterm_background(&cell)),
      isBold: cvterm_is_bold(&cell), isReversed: cvterm_is_reversed(&cell),
      isUnderlined: cvterm_is_underlined(&cell))
  }

  /// Whether any cell has a colour that is not the terminal's own.
  var isColored: Bool {
    (0..<rows).contains { row in
      (0..<columns).contains {
        let look = look(column: $0, row: row)
        return look.foreground != -1 || look.background != -1
      }
    }
  }

  private func cell(_ column: Int, _ row: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }
}
