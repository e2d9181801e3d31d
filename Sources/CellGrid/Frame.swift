/// The border of a box. The shape says what the box is, so that no meaning rests on colour.
package struct Frame: Hashable, Sendable {
  /// Top left, top right, bottom left, bottom right, horizontal, vertical.
  private let corners: [Character]
  private let horizontal: Character
  private let vertical: Character
  /// The right border where a light or a heavy line leaves, the left one where one enters.
  private let outputs: [Character]
  private let inputs: [Character]

  package static let rounded = Frame("╭╮╰╯─│", outputs: "├┝", inputs: "┤┥")
  package static let dotted = Frame("┌┐└┘┄┆", outputs: "├┝", inputs: "┤┥")
  package static let heavy = Frame("┏┓┗┛━┃", outputs: "┠┣", inputs: "┨┫")
  package static let double = Frame("╔╗╚╝═║", outputs: "╟╟", inputs: "╢╢")
  package static let ascii = Frame("++++-|", outputs: "++", inputs: "++")
  package static let asciiDotted = Frame(".....:", outputs: "++", inputs: "++")
  package static let asciiHeavy = Frame("####=#", outputs: "##", inputs: "##")

  private init(_ parts: String, outputs: String, inputs: String) {
    let parts = Array(parts)
    corners = Array(parts[0..<4])
    (horizontal, vertical) = (parts[4], parts[5])
    self.outputs = Array(outputs)
    self.inputs = Array(inputs)
  }

  /// The same shape in a repertoire.
  package func twin(_ repertoire: Repertoire) -> Frame {
    guard repertoire == .ascii else { return self }
    switch self {
    case .dotted: return .asciiDotted
    case .heavy, .double: return .asciiHeavy
    default: return .ascii
    }
  }

  /// The right border where a line leaves.
  package func output(_ weight: Weight) -> Character { outputs[weight == .heavy ? 1 : 0] }

  /// The left border where a line without an arrow head enters.
  package func input(_ weight: Weight) -> Character { inputs[weight == .heavy ? 1 : 0] }
}

extension Canvas {
  /// Draws a border just inside a rectangle; what lies within it stays.
  package mutating func draw(
    _ frame: Frame, in rect: Rect, role: Role = .plain, within: Rect? = nil
  ) {
    guard rect.size.width >= 2, rect.size.height >= 2 else { return }
    frame.forEachCell(of: rect) { point, character in
      put(character, at: point, role: role, in: within.map(bounds.intersection) ?? bounds)
    }
  }

  /// Draws one character, such as a port on a border.
  package mutating func draw(
    _ character: Character, at point: Point, role: Role = .plain, within: Rect? = nil
  ) {
    put(character, at: point, role: role, in: within.map(bounds.intersection) ?? bounds)
  }
}

extension Frame {
  fileprivate func forEachCell(of rect: Rect, _ body: (Point, Character) -> Void) {
    let (left, right) = (rect.minColumn, rect.maxColumn)
    for column in left...right {
      let isLeft = column == left
      let isInner = !isLeft && column != right
      body(
        Point(column: column, row: rect.minRow), isInner ? horizontal : corners[isLeft ? 0 : 1])
      body(
        Point(column: column, row: rect.maxRow), isInner ? horizontal : corners[isLeft ? 2 : 3])
    }
    for row in rect.minRow + 1..<rect.maxRow {
      body(Point(column: left, row: row), vertical)
      body(Point(column: right, row: row), vertical)
    }
  }
}
