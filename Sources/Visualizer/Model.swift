package import CellGrid

/// The whole state of the program, and the only thing `view` draws from.
package struct Model: Sendable {
  package init() {}

  /// What the state becomes when something happened, and what is to be done outside.
  package mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .keyPressed(.character("q")), .keyPressed(.control("c")): [.quit]
    case .keyPressed(.control("z")): [.suspend]
    case .keyPressed(.control("l")): [.redraw]
    default: []
    }
  }

  /// The picture at a size, at any size from 1x1.
  package func view(size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    for (column, character) in "backprop-tui: q quits".enumerated() {
      canvas[column, 0] = Cell(character)
    }
    return canvas
  }
}
