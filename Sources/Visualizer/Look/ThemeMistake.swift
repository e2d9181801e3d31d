import CellGrid
package import SceneLanguage

/// One mistake in a theme file, as data; the sentences are the rows of `wording`.
package struct ThemeMistake: Hashable, Sendable {
  package let kind: Kind
  /// The part of the text to underline.
  package let range: SourceRange

  /// Every kind of mistake there is, with the words of the file it speaks of.
  package enum Kind: Hashable, Sendable {
    case notUTF8
    case missingSign
    case missingRole
    case unknownRole(String)
    case secondRow(role: String, firstLine: Int)
    case missingLook
    case unknownWord(String)
    case numberTooLarge
    case secondColor
    case missingBackground
    case wordTwice(String)
    case more(Int)
  }
}

extension ThemeMistake {
  /// What is wrong, and the likely fix.
  private var wording: (message: String, help: String?) {
    switch kind {
    case .notUTF8: ("the text is not UTF-8 here", "save the file as UTF-8")
    case .missingSign:
      ("a row has '=' between a role and its look", "write for example 'fresh = yellow bold'")
    case .missingRole: ("the name of a role belongs in front of '='", Self.roles)
    case .unknownRole(let name):
      ("there is no role '\(Self.shown(name))'", Self.meant(name, Self.roleNames) ?? Self.roles)
    case .secondRow(let role, let line):
      ("'\(role)' has a row already", "the first is on line \(line): keep one")
    case .missingLook:
      (
        "nothing stands to the right of '='",
        "write a colour's name or number, or 'default'; '#' begins a comment"
      )
    case .unknownWord(let word):
      (
        "'\(Self.shown(word))' is no colour and no weight",
        Self.meant(word, Theme.words) ?? Self.looks
      )
    case .numberTooLarge: ("the colours have the numbers 0 to 255", nil)
    case .secondColor: ("there is a colour already", "write 'on' in front of the background")
    case .missingBackground: ("a colour belongs behind 'on'", nil)
    case .wordTwice(let word): ("'\(word)' is there twice", "keep one")
    case .more(let count): ("\(count) more mistakes are not shown", nil)
    }
  }

  package var message: String { wording.message }

  /// The likely fix; nil where there is none.
  package var help: String? { wording.help }

  /// The mistake as a short letter, like those about scenes: where, what, the line with the part
  /// underlined, the repair. Nothing in it can steer a terminal.
  ///
  /// ```
  /// themes/mine.txt:2:9: error: 'yelow' is no colour and no weight
  ///   2 | fresh = yelow bold
  ///     |         ^^^^^
  ///     = did you mean 'yellow'?
  /// ```
  package func rendered(in source: Source) -> String {
    if case .more = kind { return "\(source.name.sanitized): error: \(message)" }
    return source.letter(about: range, message: message, help: help)
  }

  private static var roleNames: [String] { Role.rows.map(\.name) }
  private static var roles: String { "the roles are " + roleNames.joined(separator: ", ") }
  private static var looks: String {
    "a colour is a number from 0 to 255 or one of "
      + (["default"] + Theme.colorNames).joined(separator: ", ")
      + "; a weight is one of " + Theme.Weight.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// As much of a word as is worth repeating.
  private static func shown(_ word: String) -> String {
    (word.count > 40 ? word.prefix(40) + "…" : word[...]).description.sanitized
  }

  private static func meant(_ word: String, _ known: [String]) -> String? {
    Spelling.nearest(to: word, among: known).map { "did you mean '\($0)'?" }
  }
}
