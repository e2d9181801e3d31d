extension GraphImport {
  /// A text; nil where there is `null`, or something else, which is reported.
  mutating func readString(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> String? {
    if reader.kind() == .string { return try reader.string() }
    if try reader.takeNull() { return nil }
    mistakes.report(.wrongValue, at: try reader.skipValue(), "'\(key.name)'", "a text")
    return nil
  }

  /// A number, or `"nan"`, `"inf"` or `"-inf"`; nil where there is `null`, or something else, which
  /// is reported.
  mutating func readNumber(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> Double? {
    let kind = reader.kind()
    let start = reader.offset
    switch kind {
    case .number: return try reader.number()
    case .string:
      switch try reader.string() {
      case "nan": return .nan
      case "inf": return .infinity
      case "-inf": return -.infinity
      default: reportNoNumber(key, SourceRange(start: start, end: reader.offset))
      }
    case .array:
      mistakes.report(.tensorInJSON, at: try reader.skipValue(), "a list of numbers")
    case .word where try reader.takeNull(): break
    case .word, .object: reportNoNumber(key, try reader.skipValue())
    }
    return nil
  }

  private mutating func reportNoNumber(_ key: JSONReader.Key, _ range: SourceRange) {
    mistakes.report(
      .wrongValue, at: range, "'\(key.name)'", "a number, \"nan\", \"inf\" or \"-inf\"")
  }

  mutating func readWholeNumber(
    _ reader: inout JSONReader, _ subject: String
  ) throws(JSONReader.Stop) -> Int? {
    let kind = reader.kind()
    let start = reader.offset
    if kind == .number {
      if let number = try reader.wholeNumber() { return number }
    } else {
      try reader.skipValue()
    }
    mistakes.report(
      .wrongValue, at: SourceRange(start: start, end: reader.offset), subject, "a whole number")
    return nil
  }

  /// A list of ids, and where each of them stands.
  mutating func readIDs(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> ([Int], [SourceRange]) {
    guard reader.kind() == .array else {
      mistakes.report(.wrongValue, at: try reader.skipValue(), "'\(key.name)'", "a list of ids")
      return ([], [])
    }
    var ids: [Int] = []
    var ranges: [SourceRange] = []
    try reader.elements { reader throws(JSONReader.Stop) in
      _ = reader.peek()
      let start = reader.offset
      guard let id = try readWholeNumber(&reader, "an id") else { return }
      ids.append(id)
      ranges.append(SourceRange(start: start, end: reader.offset))
    }
    return (ids, ranges)
  }

  /// Only the shape of a number: what is read here becomes a scene a node a line.
  mutating func readShape(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) {
    let kind = reader.kind()
    let start = reader.offset
    guard kind == .array else {
      if try reader.takeNull() { return }
      return mistakes.report(.wrongValue, at: try reader.skipValue(), "'\(key.name)'", "a list")
    }
    var isScalar = true
    try reader.elements { reader throws(JSONReader.Stop) in
      isScalar = false
      try reader.skipValue()
    }
    if !isScalar {
      mistakes.report(.tensorInJSON, at: SourceRange(start: start, end: reader.offset), "a shape")
    }
  }
}
