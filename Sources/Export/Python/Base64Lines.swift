/// Bytes in the letters of base64 (RFC 4648), 100 of them on a line.
///
/// ```swift
/// var text = "", lines = Base64Lines()
/// lines.append([1, 2, 3, 4], to: &text)
/// lines.finish(to: &text)                  // "AQIDBA==\n"
/// ```
struct Base64Lines {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let bytesInLine = 75

  /// The bytes that do not fill a line yet.
  private var rest: [UInt8] = []

  /// Writes the lines that these bytes fill.
  mutating func append(_ bytes: some Sequence<UInt8>, to stream: inout some TextOutputStream) {
    rest.append(contentsOf: bytes)
    let whole = rest.count / Self.bytesInLine * Self.bytesInLine
    guard whole > 0 else { return }
    var text: [UInt8] = []
    text.reserveCapacity(whole / 3 * 4 + whole / Self.bytesInLine)
    for start in stride(from: 0, to: whole, by: Self.bytesInLine) {
      Self.append(rest[start..<start + Self.bytesInLine], to: &text)
    }
    stream.write(String(decoding: text, as: UTF8.self))
    rest.removeFirst(whole)
  }

  /// Writes what is left.
  mutating func finish(to stream: inout some TextOutputStream) {
    guard !rest.isEmpty else { return }
    var text: [UInt8] = []
    Self.append(rest[...], to: &text)
    stream.write(String(decoding: text, as: UTF8.self))
    rest.removeAll()
  }

  private static func append(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    for start in stride(from: line.startIndex, to: line.endIndex, by: 3) {
      let part = line[start..<min(start + 3, line.endIndex)]
      var bits = 0
      for place in 0..<3 {
        bits = bits << 8 | (place < part.count ? Int(part[start + place]) : 0)
      }
      for place in 0..<4 {
        let letter = letters[bits >> (18 - 6 * place) & 63]
        text.append(place <= part.count ? letter : UInt8(ascii: "="))
      }
    }
    text.append(UInt8(ascii: "\n"))
  }
}
