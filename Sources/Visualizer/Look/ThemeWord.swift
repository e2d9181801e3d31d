import SceneLanguage

/// A word of a theme file, or its `=`.
struct ThemeWord {
  let text: String
  let range: SourceRange

  var isSign: Bool { text == "=" }

  /// The words of a line without its comment; `line` keeps its place in the file.
  static func words(in line: ArraySlice<UInt8>) -> [ThemeWord] {
    var words: [ThemeWord] = []
    var start = line.startIndex
    func take(upTo end: Int) {
      guard start < end else { return }
      words.append(
        ThemeWord(
          text: String(decoding: line[start..<end], as: UTF8.self),
          range: SourceRange(start: start, end: end)))
    }
    for index in line.indices {
      switch line[index] {
      case UInt8(ascii: "#"):
        take(upTo: index)
        return words
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        take(upTo: index)
        start = index + 1
      case UInt8(ascii: "="):
        take(upTo: index)
        start = index
        take(upTo: index + 1)
        start = index + 1
      default: break
      }
    }
    take(upTo: line.endIndex)
    return words
  }
}
