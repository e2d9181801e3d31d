import CNcurses
import CellGrid

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one door to ncursesw and to the signal code beside it.
///
/// Nothing here decides anything: who may call what, and in which order, is written in `Screen`.
enum Curses {
  /// A terminal opened by `newterm`, with the streams ncurses reads and writes.
  struct Opened {
    let screen: OpaquePointer
    let stream: UnsafeMutablePointer<FILE>
  }

  /// Attributes and a colour pair, as ncurses writes them.
  struct Attributes: Hashable {
    var bits: attr_t = 0
    var pair: Int32 = 0
    /// Whether a blank looks different with them.
    var marksBlanks = false
  }

  static let bold = attr_t(cn_bold)
  static let dim = attr_t(cn_dim)
  static let underline = attr_t(cn_underline)
  static let reverse = attr_t(cn_reverse)

  static func width(of scalar: Unicode.Scalar) -> Int {
    Int(cn_width(wchar_t(bitPattern: scalar.value)))
  }

  /// - Parameter name: what TERM says, for the error.
  static func open(_ name: String) throws(TerminalError) -> Opened {
    guard let stream = fopen("/dev/tty", "r+") else { throw .keyboardIsMissing }
    cn_remember_modes(fileno(stream))
    guard let screen = newterm(name, stream, stream) else {
      fclose(stream)
      throw .terminalIsUnknown(name)
    }
    let opened = Opened(screen: screen, stream: stream)
    guard cn_can_move_cursor() else {
      endwin()
      close(opened)
      throw .cursorCannotMove(name)
    }
    // Until a screen has been left once, ncurses sends every move of the cursor by itself, and the
    // first picture in a hundred pieces. Entered again at once: a cursor hidden outside of the
    // alternate screen would stay hidden behind it.
    endwin()
    wrefresh(cn_screen())
    return opened
  }

  static func close(_ opened: Opened) {
    delscreen(opened.screen)
    fclose(opened.stream)
  }

  /// The cursor is hidden, so nobody needs it anywhere.
  static func letCursorLie() {
    leaveok(cn_screen(), true)
    curs_set(0)
  }

  static func setKeyModes(of opened: Opened) {
    raw()
    noecho()
    nonl()
    cn_set_key_modes(fileno(opened.stream))
    def_prog_mode()
  }

  /// Whether the terminal's own colours can be kept where a style names none.
  static func startColors() -> Bool {
    guard has_colors() else { return false }
    start_color()
    return use_default_colors() == OK
  }

  /// How many colours the terminal database says a terminal has; 0 for one it does not know.
  static func colorCount(ofTerminal name: String) -> Int { Int(cn_color_count(name)) }

  static var hasColors: Bool { has_colors() }
  static var colors: Int { Int(cn_colors()) }
  static var colorPairs: Int { Int(cn_color_pairs()) }

  static func definePair(_ pair: Int, foreground: Int, background: Int) -> Bool {
    init_extended_pair(Int32(pair), Int32(foreground), Int32(background)) == OK
  }

  /// Sends a row whole at the next refresh, whatever the terminal shows there.
  static func sendAgain(row: Int) { wredrawln(cn_screen(), Int32(row), 1) }

  static func write(
    _ text: [wchar_t], column: Int, row: Int, with attributes: Attributes
  ) {
    let screen = cn_screen()
    var pair = attributes.pair
    wattr_set(screen, attributes.bits, 0, &pair)
    mvwaddnwstr(screen, Int32(row), Int32(column), text, Int32(text.count))
  }

  static func erase() {
    setPlainAttributes()
    werase(cn_screen())
  }

  static func clear(row: Int) {
    setPlainAttributes()
    wmove(cn_screen(), Int32(row), 0)
    wclrtoeol(cn_screen())
  }

  private static func setPlainAttributes() {
    var pair: Int32 = 0
    wattr_set(cn_screen(), 0, 0, &pair)
  }

  /// Sends what differs from what the terminal shows.
  static func refresh() {
    wnoutrefresh(cn_screen())
    doupdate()
  }

  static func forgetPicture() { cn_forget_picture() }
  static func leave() { endwin() }
  static func resumeModes() { reset_prog_mode() }

  static var columns: Int { Int(cn_columns()) }
  static var rows: Int { Int(cn_rows()) }

  /// The size of the window a terminal's descriptor stands for, where the terminal knows it.
  static func windowSize(of descriptor: Int32) -> Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cn_window_size(descriptor, &columns, &rows) else { return nil }
    return Size(width: Int(columns), height: Int(rows))
  }

  /// Takes over the window's size where it is known and not ours yet.
  static func adoptWindowSize(of opened: Opened) {
    guard let size = windowSize(of: fileno(opened.stream)) else { return }
    if size.width != columns || size.height != rows {
      resizeterm(Int32(size.height), Int32(size.width))
    }
  }

  static func send(_ sequence: String, to opened: Opened) {
    fputs(sequence, opened.stream)
    fflush(opened.stream)
  }

  static func descriptor(of opened: Opened) -> Int32 { fileno(opened.stream) }
}

/// The signal code of the C target, by the names the loop uses.
extension Curses {
  static func catchSignals() -> Int32 { cn_catch_signals() }
  static func catchCrashes() { cn_catch_crashes() }
  static func releaseSignals() { cn_release_signals() }
  static func lendSignals() { cn_lend_signals() }
  static func reclaimSignals() { _ = cn_catch_signals() }
  static func stop(wholeJob: Bool) { cn_stop(wholeJob) }
  static func end(by signal: Int32) { cn_end_by(signal) }
  static func enterScreen() { cn_enter_screen() }
  static func leaveScreen() { cn_leave_screen() }

  /// The wait status of a shell command that has the terminal, or nil when it did not start.
  static func run(_ command: String, on opened: Opened) -> Int32? {
    let status = cn_run_command(command, fileno(opened.stream))
    return status < 0 ? nil : status
  }
}
