/// The scenes to choose from when the program was started without one.
package struct Picker: Hashable, Sendable {
  package let entries: [Entry]
  package private(set) var position = 0
  package internal(set) var problem: [String] = []

  package struct Entry: Hashable, Sendable {
    package let path: String
    package let name: String
    package let title: String

    package init(path: String, name: String, title: String) {
      self.path = path
      self.name = name
      self.title = title
    }
  }

  package init(entries: [Entry]) {
    self.entries = entries
  }

  package mutating func press(_ key: Key) -> [Effect] {
    problem = []
    switch key {
    case .down, .character("j"), .character("n"), .tab: move(by: 1)
    case .up, .character("k"), .character("N"), .backTab: move(by: -1)
    case .home: position = 0
    case .end: position = max(0, entries.count - 1)
    case .pageDown: move(by: 10)
    case .pageUp: move(by: -10)
    case .enter, .character(" "), .right, .character("l"):
      return entries.indices.contains(position)
        ? [.readScene(path: entries[position].path)] : []
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .character("q"), .control("c"): return [.quit]
    default: break
    }
    return []
  }

  /// Chooses the entry drawn in a row of the list.
  mutating func choose(_ index: Int) {
    if entries.indices.contains(index) { position = index }
  }

  private mutating func move(by distance: Int) {
    position = min(max(0, position + distance), max(0, entries.count - 1))
  }
}
