/// One row of the table of keys: the footer, the help, the README and the manual are made from it.
package struct KeyBinding: Hashable, Sendable {
  package let keys: [Key]
  package let command: Command
  package let section: Section
  /// What the key does, for the help.
  package let help: String
  /// The word in the footer; nil keeps it out of there.
  package let hint: String?

  package init(
    _ keys: [Key], _ command: Command, _ section: Section, _ help: String, hint: String? = nil
  ) {
    self.keys = keys
    self.command = command
    self.section = section
    self.help = help
    self.hint = hint
  }

  package enum Section: String, CaseIterable, Sendable {
    case stepping = "Step"
    case selecting = "Select"
    case editing = "Edit"
    case looking = "Look"
  }

  /// The keys as the help writes them: `Space n PgDn`.
  package var keyNames: String {
    keys.map(\.name).joined(separator: " ")
  }
}

extension Key {
  /// How help, footer and manual call the key.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    }
  }
}
