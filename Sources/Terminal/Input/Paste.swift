/// Text between the marks of a bracketed paste.
struct Paste {
  /// More than this is dropped: nobody pastes a mebibyte into a prompt on purpose.
  static let limit = 1 << 20
  private static let end: [UInt8] = Array("\u{1b}[201~".utf8)

  private var bytes: [UInt8] = []
  private var isFinished = false

  /// Takes what belongs to the paste and returns how many bytes that were, the closing mark
  /// included. A beginning of the mark at the end is left for the next time.
  mutating func take(_ slice: ArraySlice<UInt8>) -> Int {
    var rest = slice
    while let escape = rest.firstIndex(of: 0x1B) {
      keep(rest[..<escape])
      rest = rest[escape...]
      if rest.starts(with: Self.end) {
        isFinished = true
        return escape + Self.end.count - slice.startIndex
      }
      if rest.count < Self.end.count, Self.end.starts(with: rest) {
        return escape - slice.startIndex
      }
      keep(rest.prefix(1))
      rest = rest.dropFirst()
    }
    keep(rest)
    return slice.count
  }

  private mutating func keep(_ slice: ArraySlice<UInt8>) {
    bytes.append(contentsOf: slice.prefix(max(0, Self.limit - bytes.count)))
  }

  /// The text, ends of lines as `\n` (terminals send a carriage return), once the paste has ended.
  var finishedText: String? {
    guard isFinished else { return nil }
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D { lines.append(0x0A) }
      if byte != 0x0D, !(byte == 0x0A && previous == 0x0D) { lines.append(byte) }
      previous = byte
    }
    return String(decoding: lines, as: UTF8.self)
  }
}
