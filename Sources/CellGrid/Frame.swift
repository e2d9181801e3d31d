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
  package static let square = Frame("┌┐└┘─│", outputs: "├┝", inputs: "┤┥")
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

  /// The border at the left of a box without any other.
  package var upright: Character { vertical }

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
    let clip = within.map(bounds.intersection) ?? bounds
    for part in frame.parts(of: rect) {
      fill(part.rect.intersection(clip), with: part.character, role: role)
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
  /// The stretches of one character a border consists of.
  fileprivate func parts(of rect: Rect) -> [(rect: Rect, character: Character)] {
    let (left, right) = (rect.minColumn, rect.maxColumn)
    let (top, bottom) = (rect.minRow, rect.maxRow)
    let (width, height) = (rect.size.width - 2, rect.size.height - 2)
    return [
      (Rect(column: left, row: top, width: 1, height: 1), corners[0]),
      (Rect(column: right, row: top, width: 1, height: 1), corners[1]),
      (Rect(column: left, row: bottom, width: 1, height: 1), corners[2]),
      (Rect(column: right, row: bottom, width: 1, height: 1), corners[3]),
      (Rect(column: left + 1, row: top, width: width, height: 1), horizontal),
      (Rect(column: left + 1, row: bottom, width: width, height: 1), horizontal),
      (Rect(column: left, row: top + 1, width: 1, height: height), vertical),
      (Rect(column: right, row: top + 1, width: 1, height: height), vertical),
    ]
  }
}
