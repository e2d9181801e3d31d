import CellGrid
import Foundation
import RandomNumbers
import SceneLanguage
import Testing

@testable import Visualizer

struct ThemeReadingTests {
  private func theme(_ text: String) throws -> Theme {
    let source = Source(name: "mine.txt", text: text)
    switch Theme.read(source, name: "mine") {
    case .theme(let theme): return theme
    case .mistakes(let mistakes):
      throw Mistakes(text: mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))
    }
  }

  private struct Mistakes: Error { let text: String }

  /// What reading says about a text, letter by letter.
  private func letters(_ source: Source) -> String {
    guard case .mistakes(let mistakes) = Theme.read(source, name: "mine") else { return "" }
    return mistakes.map { $0.rendered(in: source) }.joined(separator: "\n")
  }

  private func letters(_ text: String) -> String { letters(Source(name: "mine.txt", text: text)) }

  @Test func `a row gives a role a colour, a background and weights`() throws {
    let theme = try theme(
      """
      # Mine
      fresh = yellow bold
      edge=dim   # no blanks needed
      gradient = 5
      note = underlined 33 on 234
      plain = default on bright-white reversed
      """)
    #expect(theme.name == "mine")
    #expect(theme.style(of: .fresh) == Theme.Style(foreground: 3, isBold: true))
    #expect(theme.style(of: .edge) == Theme.Style(isDim: true))
    #expect(theme.style(of: .gradient) == Theme.Style(foreground: 5))
    #expect(
      theme.style(of: .note) == Theme.Style(foreground: 33, background: 234, isUnderlined: true))
    #expect(theme.style(of: .plain) == Theme.Style(background: 15, isReversed: true))
  }

  @Test func `a role without a row looks as in the default theme`() throws {
    let theme = try theme("fresh = 208")
    #expect(theme.style(of: .fresh) == Theme.Style(foreground: 208))
    for row in Role.rows where row.role != .fresh {
      #expect(theme.style(of: row.role) == Theme.standard.style(of: row.role))
    }
  }

  @Test(arguments: Array(UInt8.min...UInt8.max))
  func `every number of the palette is a colour`(number: UInt8) throws {
    #expect(try theme("key = \(number)").style(of: .key) == Theme.Style(foreground: number))
  }

  @Test(arguments: Theme.colorNames.indices)
  func `a name is the number it stands for`(number: Int) throws {
    let named = try theme("key = \(Theme.colorNames[number])")
    #expect(named.style(of: .key) == Theme.Style(foreground: UInt8(number)))
  }

  @Test(arguments: [
    ("fresh = 256", "1:9: error: the colours have the numbers 0 to 255", ""),
    (
      "fresh yellow", "1:1: error: a row has '=' between a role and its look",
      "write for example 'fresh = yellow bold'"
    ),
    ("= yellow", "1:1: error: the name of a role belongs in front of '='", Self.roles),
    ("frash = 1", "1:1: error: there is no role 'frash'", "did you mean 'fresh'?"),
    (
      "active frame = 1", "1:1: error: there is no role 'active frame'",
      "did you mean 'active-frame'?"
    ),
    ("colour = 1", "1:1: error: there is no role 'colour'", Self.roles),
    ("key = 1\nkey = 2", "2:1: error: 'key' has a row already", "the first is on line 1: keep one"),
    (
      "key = #ff0000", "1:5: error: nothing stands to the right of '='",
      "write a colour's name or number, or 'default'; '#' begins a comment"
    ),
    ("key = yelow", "1:7: error: 'yelow' is no colour and no weight", "did you mean 'yellow'?"),
    (
      "key = blinking", "1:7: error: 'blinking' is no colour and no weight",
      "a colour is a number from 0 to 255 or one of default, black, red, green, yellow, blue, "
        + "magenta, cyan, white, bright-black, bright-red, bright-green, bright-yellow, bright-blue, "
        + "bright-magenta, bright-cyan, bright-white; "
        + "a weight is one of bold, dim, underlined, reversed"
    ),
    (
      "key = 1 2", "1:9: error: there is a colour already",
      "write 'on' in front of the background"
    ),
    ("key = 1 on", "1:9: error: a colour belongs behind 'on'", ""),
    ("key = 1 on bold", "1:9: error: a colour belongs behind 'on'", ""),
    ("key = on 1 on 2", "1:12: error: 'on' is there twice", "keep one"),
    ("key = bold bold", "1:12: error: 'bold' is there twice", "keep one"),
    ("key = 1 on 999", "1:12: error: the colours have the numbers 0 to 255", ""),
  ])
  func `a mistake is told with its place and its repair`(
    text: String, message: String, help: String
  ) {
    let lines = letters(text).split(separator: "\n").map(String.init)
    #expect(lines.first == "mine.txt:\(message)")
    #expect(lines.count == (help.isEmpty ? 3 : 4))
    #expect(help.isEmpty || lines.last == "    = \(help)")
  }

  private static let roles = "the roles are " + Role.rows.map(\.name).joined(separator: ", ")

  @Test func `a letter shows the line and underlines the word`() {
    #expect(
      letters("# Mine\nfresh = yelow bold\n") == """
        mine.txt:2:9: error: 'yelow' is no colour and no weight
          2 | fresh = yelow bold
            |         ^^^^^
            = did you mean 'yellow'?
        """)
  }

  @Test func `all mistakes of a file are told, and of many the first twenty`() {
    #expect(letters("a = 1\nfresh = b\n\nkey").split(separator: "\n").count == 12)
    let many = letters(String(repeating: "fresh\n", count: 50))
    #expect(many.components(separatedBy: ": error: a row has").count == 21)
    #expect(many.hasSuffix("\nmine.txt: error: 30 more mistakes are not shown"))
  }

  @Test func `bytes that are no text are told with their place`() {
    let source = Source(name: "mine.txt", bytes: Array("key = 1\nno".utf8) + [0xFF, 0xFE])
    #expect(letters(source).hasPrefix("mine.txt:2:3: error: the text is not UTF-8 here\n"))
  }

  @Test func `a byte order mark and the line ends of other systems are no mistakes`() throws {
    let theme = try theme("\u{FEFF}key = 1\r\n\r\nnote = 2\r\n")
    #expect(theme.style(of: .key).foreground == 1 && theme.style(of: .note).foreground == 2)
  }

  @Test func `nothing in a letter can steer a terminal`() {
    let text = letters("\u{1B}[2J = \u{202E}red\u{9B}\nkey = \u{1B}]0;x\u{7}\n")
    let isSafe = text.unicodeScalars.allSatisfy {
      $0 == "\n" || !($0.properties.generalCategory == .control || $0 == "\u{202E}")
    }
    #expect(isSafe)
    let long = letters("key = " + String(repeating: "x", count: 100_000))
    #expect(long.count < 1_000)
  }

  @Test func `no text is too strange to be read`() {
    var random = SplitMix64()
    let parts = ["fresh", "key", "=", "on", " ", "\n", "#", "7", "bold", "é", "\r", "\u{0}", "-1"]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<20, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      _ = letters(text)
    }
  }
}
