/// One row of the table of keys: the footer, the help, the README and the manual are made from it.
package struct KeyBinding: Hashable, Sendable {
  /// The key before; nil for a key that is pressed alone.
  package let prefix: Key?
  package let keys: [Key]
  package let command: Command
  package let section: Section
  /// What the key does, for the help.
  package let help: String
  /// The word in the footer; nil keeps it out of there.
  package let hint: String?
  /// Whether the key means this only while a tensor is inspected.
  package var isOfInspector: Bool { section == .inspecting }

  package init(
    _ keys: [Key], after prefix: Key? = nil, _ command: Command, _ section: Section,
    _ help: String, hint: String? = nil
  ) {
    self.prefix = prefix
    self.keys = keys
    self.command = command
    self.section = section
    self.help = help
    self.hint = hint
  }

  package enum Section: String, CaseIterable, Sendable {
    case stepping = "Step"
    case selecting = "Select"
    case finding = "Find"
    case editing = "Edit"
    case looking = "Look"
    case inspecting = "Inspect, opened by x"
  }

  /// What one of its keys asks for: of the digits, each its own number.
  package func command(for key: Key) -> Command {
    guard case .character(let character) = key, let number = character.wholeNumberValue else {
      return command
    }
    switch command {
    case .selectOperand: return .selectOperand(number)
    case .selectConsumer: return .selectConsumer(number)
    default: return command
    }
  }

  /// The keys one by one, `g o`; the digits in one, `1-9`.
  package var names: [String] {
    let names = keys == Key.digits ? ["1-9"] : keys.map(\.name)
    guard let prefix else { return names }
    return names.map { prefix.name + " " + $0 }
  }

  /// The keys as the help writes them: `Space n PgDn`.
  package var keyNames: String { names.joined(separator: " ") }
}

extension Key {
  static let digits: [Key] = [
    .character("1"), .character("2"), .character("3"), .character("4"), .character("5"),
    .character("6"), .character("7"), .character("8"), .character("9"),
  ]

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
