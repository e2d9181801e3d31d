package import CellGrid

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the terminal can show. Whoever makes the model tells it.
package struct TerminalCapabilities: Equatable, Sendable {
  /// Whether box drawing and Greek arrive as such; otherwise everything is drawn in ASCII.
  package let isUTF8: Bool
  /// How many colours there are; 0 without any, or where they are not wanted.
  package let colors: Int
  /// The window's size at the start, so that the first picture is laid out for it at once.
  package let size: Size

  package init(isUTF8: Bool, colors: Int, size: Size = Size(width: 80, height: 24)) {
    self.isUTF8 = isUTF8
    self.colors = colors
    self.size = size
  }
}

/// Whether colour is wanted, as `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

extension TerminalCapabilities {
  /// Sets the character type of the locale, and tells whether it is UTF-8.
  ///
  /// Only LC_CTYPE: with the rest of a German locale, numbers would be written and read with a
  /// decimal comma. A UTF-8 locale that is asked for but not installed, the normal case on a small
  /// Debian, is replaced by C.UTF-8, because the terminal does speak UTF-8.
  ///
  /// Where the locale is not UTF-8 only ASCII is sent, and C.UTF-8 takes its place all the same: in
  /// other locales ncurses tells the terminal to repeat a character, which several emulators cannot.
  package static func adoptLocale() -> Bool {
    let isUTF8 = isLocaleUTF8
    if !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    return isUTF8
  }

  private static var isLocaleUTF8: Bool {
    if setlocale(LC_CTYPE, "") != nil {
      return nl_langinfo(Int32(CODESET)).map { isUTF8Name(String(cString: $0)) } ?? false
    }
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first ?? ""
    guard isUTF8Name(asked) else { return false }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil
  }

  private static func isUTF8Name(_ name: String) -> Bool {
    let lowercase = name.lowercased()
    return lowercase.hasSuffix("utf-8") || lowercase.hasSuffix("utf8")
  }

  /// Colours by choice: NO_COLOR (not empty) turns them off unless they are asked for.
  static func colors(_ choice: ColorChoice, of terminal: Int) -> Int {
    switch choice {
    case .always: terminal
    case .never: 0
    case .auto: environment("NO_COLOR") == nil ? terminal : 0
    }
  }
}

/// The value of an environment variable that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
