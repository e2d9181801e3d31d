/// What a terminal sends for a key. A string literal is typed as it is: `session.press("q")`.
struct Keystroke: ExpressibleByStringLiteral {
  let bytes: String

  init(bytes: String) { self.bytes = bytes }
  init(stringLiteral value: String) { bytes = value }

  static let up = Keystroke(bytes: "\u{1b}[A")
  static let down = Keystroke(bytes: "\u{1b}[B")
  static let right = Keystroke(bytes: "\u{1b}[C")
  static let left = Keystroke(bytes: "\u{1b}[D")
  static let home = Keystroke(bytes: "\u{1b}[H")
  static let end = Keystroke(bytes: "\u{1b}[F")
  static let pageUp = Keystroke(bytes: "\u{1b}[5~")
  static let pageDown = Keystroke(bytes: "\u{1b}[6~")
  static let delete = Keystroke(bytes: "\u{1b}[3~")
  static let f1 = Keystroke(bytes: "\u{1b}OP")
  static let enter = Keystroke(bytes: "\r")
  static let tab = Keystroke(bytes: "\t")
  static let backTab = Keystroke(bytes: "\u{1b}[Z")
  static let backspace = Keystroke(bytes: "\u{7f}")
  static let escape = Keystroke(bytes: "\u{1b}")
  static let space = Keystroke(bytes: " ")

  static func control(_ letter: Character) -> Keystroke {
    Keystroke(bytes: String(Unicode.Scalar((letter.asciiValue ?? 0x40) & 0x1F)))
  }
}
