import CellGrid
import Visualizer

/// Turns the terminal's bytes into keys, mouse events and pasted text.
///
/// A sequence that is not known is swallowed whole, and so is a cursor key with a modifier. Any other
/// key with Alt arrives as Escape and the key, and is both.
struct InputDecoder {
  /// Bytes that do not make a whole input yet.
  private var pending: [UInt8] = []
  private var paste: Paste?

  /// What the bytes at the beginning of the pending ones are.
  enum Reading: Equatable {
    /// So many bytes mean this; nil where they mean nothing to us.
    case complete(Input?, length: Int)
    case pasteBegins(length: Int)
    case incomplete
  }

  /// How long to wait for the rest of what has begun.
  enum Patience: Equatable {
    case none
    /// The Escape key, or the beginning of a sequence: the key should not feel slow.
    case escape
    /// Certainly the beginning of something longer: a slow line may deliver it in parts.
    case sequence
  }

  var patience: Patience {
    guard paste == nil, let first = pending.first else { return .none }
    return first == 0x1B && pending.count <= 2 && pending.allSatisfy { $0 == 0x1B }
      ? .escape : .sequence
  }

  /// The inputs that are complete with these bytes.
  mutating func feed(_ bytes: some Collection<UInt8>) -> [Input] {
    pending.append(contentsOf: bytes)
    return drain()
  }

  /// The inputs there are when nothing follows: a lone Escape byte was the key, and so it was with
  /// one byte behind it that could have begun a sequence. Any longer beginning is given up.
  mutating func giveUpWaiting() -> [Input] {
    let bytes = pending
    pending.removeAll()
    guard bytes.first == 0x1B, bytes.count <= 2 else { return [] }
    guard bytes.last != 0x1B else { return [Input](repeating: .key(.escape), count: bytes.count) }
    return [.key(.escape)] + feed(bytes.dropFirst())
  }

  private mutating func drain() -> [Input] {
    var inputs: [Input] = []
    var start = 0
    scan: while start < pending.count {
      if paste != nil {
        guard let text = continuePaste(from: &start) else { break }
        inputs.append(.pasted(text))
        continue
      }
      switch Self.read(pending[start...]) {
      case .complete(let input, let length):
        if let input { inputs.append(input) }
        start += length
      case .pasteBegins(let length):
        paste = Paste()
        start += length
      case .incomplete:
        break scan
      }
    }
    pending.removeFirst(start)
    return inputs
  }

  /// The pasted text, when its end is among the pending bytes.
  private mutating func continuePaste(from start: inout Int) -> String? {
    let taken = paste?.take(pending[start...]) ?? 0
    start += taken
    guard let text = paste?.finishedText else { return nil }
    paste = nil
    return text
  }

  /// Reads one input at the beginning of bytes that are not empty.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x1B: return readEscape(bytes)
    case 0x00..<0x20, 0x7F: return .complete(control(first), length: 1)
    default: return readText(bytes)
    }
  }

  private static func control(_ byte: UInt8) -> Input? {
    switch byte {
    case 0x08, 0x7F: .key(.backspace)
    case 0x09: .key(.tab)
    case 0x0A, 0x0D: .key(.enter)
    case 0x01...0x1A: .key(.control(Character(Unicode.Scalar(byte + 0x60))))
    default: nil
    }
  }

  /// One character, with the combining marks that came along with it.
  private static func readText(_ bytes: ArraySlice<UInt8>) -> Reading {
    let text = bytes.prefix { $0 >= 0x20 && $0 != 0x7F }.prefix(64)
    let valid = wholeScalars(text)
    guard let character = String(decoding: valid, as: UTF8.self).first else {
      return isBeginning(text) && text.endIndex == bytes.endIndex
        ? .incomplete : .complete(nil, length: 1)
    }
    let isControl = character.unicodeScalars.allSatisfy { (0x80..<0xA0).contains($0.value) }
    return .complete(isControl ? nil : .key(.character(character)), length: character.utf8.count)
  }

  /// The bytes at the beginning that are whole, valid scalars.
  private static func wholeScalars(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      length += UTF8.width(scalar)
    }
    return bytes.prefix(length)
  }

  /// Whether the bytes could become one scalar when more arrive.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }
}
