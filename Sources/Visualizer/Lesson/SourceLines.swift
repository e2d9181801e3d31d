import SceneLanguage

/// A scene's text by lines, found once and cut on demand.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line starts.
  private let starts: [Int]

  package init(_ text: String) {
    bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    if starts.count > 1, starts.last == bytes.count { starts.removeLast() }
    self.starts = starts
  }

  package var count: Int { starts.count }

  /// The line of that number, from 1, cut where its comment begins; nothing outside the text.
  package func codeAndComment(onLine number: Int) -> (code: String, comment: String) {
    guard number >= 1, number <= count else { return ("", "") }
    let start = starts[number - 1]
    let end = number < count ? starts[number] - 1 : bytes.count
    let line = bytes[start..<max(start, end)].filter {
      $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n")
    }
    let cut = line.firstIndex(of: UInt8(ascii: "#")) ?? line.endIndex
    let blanks = line[..<cut].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    let code = String(decoding: line[..<(cut - blanks)], as: UTF8.self).sanitized
    let comment = String(decoding: line[cut...], as: UTF8.self).sanitized
    return (code, code.isEmpty || comment.isEmpty ? comment : "  " + comment)
  }
}
