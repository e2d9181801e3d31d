import CellGrid
import Visualizer

/// The terminal, while it is ours: the only one who opens it, and it gives it back on every way
/// out, a crash included.
///
/// The order is what makes that true. The terminal's modes are remembered before ncurses changes
/// them; our signal handlers come after ncurses's own, which would end the program by themselves;
/// what is written to standard error is caught once the alternate screen is there.
struct Screen: ~Copyable {
  private let opened: Curses.Opened
  private var attributes: [Curses.Attributes]
  private let isUTF8: Bool
  private var capturesMouse = false
  private var isUp = true

  /// Readable when a signal arrived: a byte a signal.
  let signals: Int32

  static func open(
    theme: Theme, capabilities: TerminalCapabilities
  ) throws(TerminalError) -> Screen {
    guard let opened = Curses.open() else { throw .keyboardIsMissing }
    let screen = Screen(opened, theme: theme, capabilities: capabilities)
    guard screen.signals >= 0 else { throw .signalsUnavailable }
    return screen
  }

  private init(_ opened: Curses.Opened, theme: Theme, capabilities: TerminalCapabilities) {
    self.opened = opened
    isUTF8 = capabilities.isUTF8
    signals = Curses.catchSignals()
    Curses.catchCrashes()
    Curses.setKeyModes(of: opened)
    attributes = Self.attributes(of: theme, colors: capabilities.colors)
    Curses.hideCursor()
    Curses.send(Self.pasteOn, to: opened)
    Curses.enterScreen()
  }

  deinit {
    if isUp { Self.giveBack(opened) }
    Curses.close(opened)
    Curses.releaseSignals()
  }

  var keyboard: Int32 { Curses.descriptor(of: opened) }
  var size: Size { Size(width: Curses.columns, height: Curses.rows) }

  /// The attributes of every role, by its number; all of them plain where there is no colour.
  private static func attributes(of theme: Theme, colors: Int) -> [Curses.Attributes] {
    let keepsOwnColors = colors > 0 && Curses.startColors()
    var palette = Palette(
      colors: min(colors, Curses.hasColors ? Curses.colors : 0), pairLimit: Curses.colorPairs,
      keepsOwnColors: keepsOwnColors)
    return (0...UInt8.max).map { number in
      palette.attributes(for: theme.style(of: Role(rawValue: number)))
    }
  }
}

extension Screen {
  private static let pasteOn = "\u{1b}[?2004h"
  private static let pasteOff = "\u{1b}[?2004l"
  /// Presses, releases, drags and the wheel, with coordinates of any size.
  private static let mouseOn = "\u{1b}[?1002h\u{1b}[?1006h"
  private static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l"

  private static func giveBack(_ opened: Curses.Opened) {
    Curses.send(mouseOff + pasteOff, to: opened)
    Curses.leave()
    Curses.leaveScreen()
  }

  mutating func captureMouse(_ isCaptured: Bool) {
    capturesMouse = isCaptured
    Curses.send(isCaptured ? Self.mouseOn : Self.mouseOff, to: opened)
  }

  /// Takes over the window's size, which may have changed while nobody could tell.
  mutating func adoptWindowSize() -> Size {
    Curses.adoptWindowSize(of: opened)
    return size
  }

  /// Gives the terminal back for a while: to the shell or to an editor.
  private mutating func leave() {
    Self.giveBack(opened)
    isUp = false
  }

  /// Takes the terminal again; the next picture is sent whole, and hides the cursor: before the
  /// alternate screen is there, some terminals would remember a hidden one for the shell.
  mutating func enter() {
    Curses.resumeModes()
    Curses.send(Self.pasteOn + (capturesMouse ? Self.mouseOn : ""), to: opened)
    Curses.forgetPicture()
    Curses.enterScreen()
    isUp = true
  }

  /// Stops the program like any other job, and returns when it is continued.
  mutating func suspend() {
    leave()
    Curses.stop()
    enter()
  }

  /// Lends the terminal to a shell command; returns its wait status, nil when it did not start.
  mutating func lend(to command: String) -> Int32? {
    leave()
    Curses.lendSignals()
    let status = Curses.run(command, on: opened)
    Curses.reclaimSignals()
    enter()
    return status
  }

  /// The next picture sends every cell, whatever the terminal shows now.
  func forgetPicture() { Curses.forgetPicture() }
}

extension Screen {
  /// Shows the canvas; ncurses sends what differs from the picture before.
  func draw(_ canvas: Canvas) {
    Curses.erase()
    var line: [Int32] = []
    for row in 0..<min(canvas.size.height, size.height) {
      canvas.forEachRun(row: row) { column, scalars, role in
        line.removeAll(keepingCapacity: true)
        for scalar in scalars {
          guard let character = plainCharacter(scalar) else {
            drawCells(of: canvas, from: column, row: row, role: role)
            return
          }
          line.append(character)
        }
        Curses.write(line, column: column, row: row, with: attributes[Int(role.rawValue)])
      }
    }
    Curses.refresh()
  }

  /// The scalar, when canvas and ncurses agree that it takes one column.
  private func plainCharacter(_ scalar: Unicode.Scalar) -> Int32? {
    switch scalar.value {
    case 0x20..<0x7F: Int32(scalar.value)
    case _ where !isUTF8: 0x3F
    case 0xA0..<0x300, 0x2500..<0x25A0: Int32(scalar.value)
    default:
      Curses.width(of: scalar) == 1 && Character(scalar).columns == 1
        ? Int32(bitPattern: scalar.value) : nil
    }
  }

  /// Writes a run cell by cell, so that a cluster of which ncurses thinks otherwise cannot shift
  /// what follows it.
  private func drawCells(of canvas: Canvas, from first: Int, row: Int, role: Role) {
    var column = first
    while column < canvas.size.width {
      let cell = canvas[column, row]
      guard cell.role == role else { return }
      if !cell.isContinuation {
        Curses.write(
          agreed(cell.character), column: column, row: row, with: attributes[Int(role.rawValue)])
      }
      column += 1
    }
  }

  /// The cluster as ncurses can show it in as many columns as the canvas gave it: whole, its
  /// first scalar only, or a mark that something is there.
  private func agreed(_ character: Character) -> [Int32] {
    guard isUTF8 else { return [Int32](repeating: 0x3F, count: max(1, character.columns)) }
    let widths = character.unicodeScalars.map { Curses.width(of: $0) }
    let scalars = character.unicodeScalars.map { Int32(bitPattern: $0.value) }
    if !widths.contains(-1), widths.reduce(0, +) == character.columns { return scalars }
    if let first = scalars.first, widths.first == character.columns { return [first] }
    return [Int32](repeating: 0xFFFD, count: max(1, character.columns))
  }
}
