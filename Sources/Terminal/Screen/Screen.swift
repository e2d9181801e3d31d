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
  /// By a role's number; of shades, those that were drawn before.
  private let attributes: [Curses.Attributes]
  private var shades: [UInt32: Curses.Attributes] = [:]
  private let theme: Theme
  private var palette: Palette
  let isUTF8: Bool
  private var capturesMouse = false
  var movedRows = MovedRows()
  /// The picture ncurses holds; nil where it holds none of this size.
  var shown: Canvas?
  private var isUp = true

  /// Readable when a signal arrived: a byte a signal.
  let signals: Int32

  static func open(
    theme: Theme, capabilities: TerminalCapabilities
  ) throws(TerminalError) -> Screen {
    let screen = Screen(
      try Curses.open(capabilities.name), theme: theme, capabilities: capabilities)
    guard screen.signals >= 0 else { throw .signalsUnavailable }
    return screen
  }

  private init(_ opened: Curses.Opened, theme: Theme, capabilities: TerminalCapabilities) {
    self.opened = opened
    isUTF8 = capabilities.isUTF8
    signals = Curses.catchSignals()
    Curses.catchCrashes()
    Curses.setKeyModes(of: opened)
    self.theme = theme
    palette = Self.palette(inColor: capabilities.isColored)
    var palette = palette
    attributes = (UInt32(0)...255).map {
      palette.attributes(for: theme.style(of: Role(rawValue: $0)))
    }
    self.palette = palette
    Curses.letCursorLie()
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

  /// The colours of the terminal; none where there is no colour.
  private static func palette(inColor: Bool) -> Palette {
    let isColored = inColor && Curses.hasColors
    let keepsOwnColors = isColored && Curses.startColors()
    return Palette(
      colors: isColored ? Curses.colors : 0, pairLimit: Curses.colorPairs,
      keepsOwnColors: keepsOwnColors)
  }

  /// The attributes of a role; all of them plain where there is no colour.
  mutating func attributes(of role: Role) -> Curses.Attributes {
    if role.rawValue <= 255 { return attributes[Int(role.rawValue)] }
    if let known = shades[role.rawValue] { return known }
    let made = palette.attributes(for: theme.style(of: role))
    shades[role.rawValue] = made
    return made
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
    // A window that became small and large again in between has lost what stood there, and ncurses
    // cannot know.
    Curses.forgetPicture()
    shown = nil
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

  /// Stops the program, and returns when it is continued. The screen is left before anybody
  /// stops: were Ctrl-Z left to the system, the shell would print into the picture when only
  /// `make` between it and us had stopped so far.
  mutating func suspend(wholeJob: Bool) {
    leave()
    Curses.stop(wholeJob: wholeJob)
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
