package import CellGrid

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the terminal can show. Whoever makes the model tells it.
package struct TerminalCapabilities: Equatable, Sendable {
  /// What the terminal database calls it: the value of TERM.
  package let name: String
  /// Whether box drawing and Greek arrive as such; otherwise everything is drawn in ASCII.
  package let isUTF8: Bool
  /// Whether colours are wanted, as far as there are any.
  package let isColored: Bool
  /// Whether there are colours enough for shades: the palette of 256.
  package let hasShades: Bool
  /// The window's size at the start, so that the first picture is laid out for it at once.
  package let size: Size

  package init(
    name: String, isUTF8: Bool, isColored: Bool, hasShades: Bool = false,
    size: Size = Size(width: 80, height: 24)
  ) {
    self.name = name
    self.isUTF8 = isUTF8
    self.isColored = isColored
    self.hasShades = hasShades
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
  /// Where the locale is not UTF-8 only ASCII is sent, and C.UTF-8 takes its place all the same:
  /// in other locales ncurses tells the terminal to repeat a character, which several emulators
  /// cannot.
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

  /// Colours by choice: NO_COLOR (not empty) turns them off unless they are asked for:
  /// https://no-color.org.
  package static func isColored(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: environment("NO_COLOR") == nil
    }
  }
}

/// The value of an environment variable that is set and not empty.
package func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
