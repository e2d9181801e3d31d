import CellGrid

/// One line of text being typed, with a cursor. Pure: a key in, a new state out.
package struct Prompt: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// Between 0 and the number of characters.
  package private(set) var cursor: Int
  /// What is wrong with the text, once it was refused.
  package var mistake: String?

  package init(text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }

  /// No number and no name is longer; a pasted book is cut.
  package static let longest = 4096

  /// What stands before the cursor, as much of it as so many columns show.
  package func beforeCursor(columns: Int) -> ArraySlice<Character> {
    var (first, room) = (cursor, columns)
    while first > 0, characters[first - 1].columns <= room {
      first -= 1
      room -= characters[first].columns
    }
    return characters[first..<cursor]
  }

  package enum Outcome: Hashable, Sendable {
    case editing
    case accepted
    case cancelled
    /// A key the prompt has no use for; the purpose of the prompt may.
    case unused(Key)
  }

  package mutating func press(_ key: Key) -> Outcome {
    switch key {
    case .enter: return .accepted
    case .escape, .control("c"), .control("g"): return .cancelled
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeSubrange(..<cursor)
      cursor = 0
    case .control("k"): characters.removeSubrange(cursor...)
    default: return .unused(key)
    }
    mistake = nil
    return .editing
  }

  /// Puts text in at the cursor; line ends and other control characters become spaces.
  package mutating func insert(_ text: String) {
    let line = text.prefix(max(0, Self.longest - characters.count))
      .map { $0.isNewline || $0.isControl ? " " : $0 }
    characters.insert(contentsOf: line, at: cursor)
    cursor += line.count
    mistake = nil
  }

  private mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  private mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
  }
}
