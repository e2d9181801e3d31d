import Visualizer

/// Sequences that begin with Escape, by their shape (ECMA-48) first and their meaning second:
/// so an unknown one ends where it ends.
extension InputDecoder {
  static func readEscape(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst()
    guard let second = body.first else { return .incomplete }
    switch second {
    case 0x1B: return readDoubleEscape(bytes)
    case UInt8(ascii: "["): return readControlSequence(bytes)
    case UInt8(ascii: "O"): return readSingleShift(bytes)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return readString(bytes)
    // A key with Alt looks like Esc and the key in one breath. No key means anything with Alt, and
    // the two are one breath whenever the program was busy when they were pressed.
    default: return .complete(.key(.escape), length: 1)
    }
  }

  /// Two Escapes are the key twice, unless a sequence follows: then it is that key with Alt.
  private static func readDoubleEscape(_ bytes: ArraySlice<UInt8>) -> Reading {
    guard let third = bytes.dropFirst(2).first else { return .incomplete }
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else {
      return .complete(.key(.escape), length: 1)
    }
    switch readEscape(bytes.dropFirst()) {
    case .complete(_, let length), .pasteBegins(let length):
      return .complete(nil, length: 1 + length)
    case .incomplete: return .incomplete
    }
  }

  /// ESC [ parameters intermediates final
  private static func readControlSequence(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x30..<0x40).contains($0) }
    let intermediates = body[parameters.endIndex...].prefix { (0x20..<0x30).contains($0) }
    let ending = body[intermediates.endIndex...]
    guard let final = ending.first else { return .incomplete }
    let length = ending.startIndex + 1 - bytes.startIndex
    guard (0x40..<0x7F).contains(final) else { return .complete(nil, length: length - 1) }
    if parameters.isEmpty, intermediates.isEmpty {
      // The Linux console's F1 to F5 are ESC [ [ A to E; the oldest mouse reports are three bytes.
      if final == UInt8(ascii: "[") { return readConsoleKey(ending.dropFirst(), length: length) }
      if final == UInt8(ascii: "M") { return skip(3, of: ending.dropFirst(), length: length) }
    }
    guard intermediates.isEmpty else { return .complete(nil, length: length) }
    if parameters.first == UInt8(ascii: "<") {
      return .complete(
        mouseEvent(parameters.dropFirst(), final: final).map(Input.mouse), length: length)
    }
    if final == UInt8(ascii: "~"), numbers(parameters) == [200] {
      return .pasteBegins(length: length)
    }
    return .complete(key(numbers(parameters), final: final).map(Input.key), length: length)
  }

  /// ESC O final, with modifiers between in some terminals.
  private static func readSingleShift(_ bytes: ArraySlice<UInt8>) -> Reading {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x30..<0x3C).contains($0) }
    guard let final = body[parameters.endIndex...].first else { return .incomplete }
    let length = parameters.endIndex + 1 - bytes.startIndex
    guard (0x40..<0x7F).contains(final) else { return .complete(nil, length: length - 1) }
    if final == UInt8(ascii: "M") { return .complete(.key(.enter), length: length) }
    guard final != UInt8(ascii: "~") else { return .complete(nil, length: length) }
    return .complete(key(numbers(parameters), final: final).map(Input.key), length: length)
  }

  /// A string for a device: up to the string terminator, or the bell that xterm takes for one.
  private static func readString(_ bytes: ArraySlice<UInt8>) -> Reading {
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      if bytes[index] == 0x07 { return .complete(nil, length: index + 1 - bytes.startIndex) }
      if bytes[index] == 0x1B, index + 1 < bytes.endIndex {
        let isTerminator = bytes[index + 1] == UInt8(ascii: "\\")
        return .complete(nil, length: index + (isTerminator ? 2 : 0) - bytes.startIndex)
      }
      index += 1
    }
    return .incomplete
  }

  private static func readConsoleKey(_ rest: ArraySlice<UInt8>, length: Int) -> Reading {
    guard let letter = rest.first else { return .incomplete }
    let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
    return .complete((1...5).contains(number) ? .key(.function(number)) : nil, length: length + 1)
  }

  private static func skip(_ count: Int, of rest: ArraySlice<UInt8>, length: Int) -> Reading {
    rest.count < count ? .incomplete : .complete(nil, length: length + count)
  }
}
