/// The one place where two texts differ, so that a history keeps neither of them whole.
struct TextReplacement: Hashable {
  /// In UTF-8 bytes from the start.
  let offset: Int
  let old: [UInt8]
  let new: [UInt8]

  /// What turns one text into the other: all between the first and the last byte that differ.
  init(from oldText: String, to newText: String) {
    let before = Array(oldText.utf8)
    let after = Array(newText.utf8)
    let shorter = min(before.count, after.count)
    var start = 0
    while start < shorter, before[start] == after[start] { start += 1 }
    var end = 0
    while end < shorter - start, before[before.count - 1 - end] == after[after.count - 1 - end] {
      end += 1
    }
    offset = start
    old = Array(before[start..<(before.count - end)])
    new = Array(after[start..<(after.count - end)])
  }

  var inverse: TextReplacement { TextReplacement(offset: offset, old: new, new: old) }

  private init(offset: Int, old: [UInt8], new: [UInt8]) {
    self.offset = offset
    self.old = old
    self.new = new
  }

  func applied(to text: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(offset..<(offset + old.count), with: new)
    return String(decoding: bytes, as: UTF8.self)
  }
}
