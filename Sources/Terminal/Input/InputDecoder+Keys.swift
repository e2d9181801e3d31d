import CellGrid
import Visualizer

/// What the finals and numbers of control sequences mean.
extension InputDecoder {
  /// The key, when no modifier is named: a second number other than 1 is one.
  static func key(_ numbers: [Int], final: UInt8) -> Key? {
    guard numbers.count <= 2, numbers.dropFirst().allSatisfy({ $0 == 1 }) else { return nil }
    if final == UInt8(ascii: "~") { return numbers.first.flatMap { numberedKeys[$0] } }
    guard numbers.first ?? 1 == 1 else { return nil }
    return letteredKeys[Unicode.Scalar(final)]
  }

  /// The decimal numbers between semicolons; an absent one is 1, what is not a number -1.
  static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    guard !parameters.isEmpty else { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.isEmpty ? 1 : Int(String(decoding: $0, as: UTF8.self)) ?? -1
    }
  }

  private static let letteredKeys: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numberedKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// An event of the left button or the wheel: `button;column;row`, counted from 1.
  static func mouseEvent(_ parameters: ArraySlice<UInt8>, final: UInt8) -> MouseEvent? {
    let parts = numbers(parameters)
    guard parts.count == 3, parts[0] >= 0, parts[1] > 0, parts[2] > 0 else { return nil }
    let place = Point(column: parts[1] - 1, row: parts[2] - 1)
    let modifiers = 4 | 8 | 16
    switch (parts[0] & ~modifiers, final) {
    case (0, UInt8(ascii: "M")): return MouseEvent(kind: .press, place: place)
    case (0, UInt8(ascii: "m")): return MouseEvent(kind: .release, place: place)
    case (32, UInt8(ascii: "M")): return MouseEvent(kind: .drag, place: place)
    case (64, UInt8(ascii: "M")): return MouseEvent(kind: .wheelUp, place: place)
    case (65, UInt8(ascii: "M")): return MouseEvent(kind: .wheelDown, place: place)
    default: return nil
    }
  }
}
