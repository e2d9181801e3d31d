package import CellGrid

/// A key, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// A letter with Ctrl, lowercase: `control("r")`.
  case control(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case tab, backTab, enter, escape, backspace, delete, insert
  /// F1 is `function(1)`.
  case function(Int)
}

/// What the mouse did, and in which cell.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case press, doublePress, release, drag, wheelUp, wheelDown
  }

  package let kind: Kind
  package let place: Point

  package init(kind: Kind, place: Point) {
    self.kind = kind
    self.place = place
  }
}
