import Autograd

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

  /// A number, or `"nan"`, `"inf"` or `"-inf"`; nil where there is something else, which is
  /// reported where it is the first.
  mutating func readNumber(
    _ reader: inout JSONReader, _ key: JSONReader.Key, isFirst: Bool
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
      default: break
      }
    case .word, .object, .array: try reader.skipValue()
    }
    if isFirst { reportNoNumber(key, SourceRange(start: start, end: reader.offset)) }
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

  /// A list of extents.
  mutating func readShape(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> Shape? {
    let kind = reader.kind()
    let start = reader.offset
    if kind == .word, try reader.takeNull() { return nil }
    guard kind == .array else {
      mistakes.report(.wrongValue, at: try reader.skipValue(), "'\(key.name)'", "a list")
      return nil
    }
    var extents: [Int] = []
    let before = mistakes.count
    try reader.elements { reader throws(JSONReader.Stop) in
      if let extent = try readWholeNumber(&reader, "an extent") { extents.append(extent) }
    }
    guard mistakes.count == before else { return nil }
    if extents.count <= Shape.maximumRank, let shape = Shape(checking: extents) { return shape }
    mistakes.report(
      .wrongValue, at: SourceRange(start: start, end: reader.offset), "'\(key.name)'",
      "a list of at most \(Shape.maximumRank) extents, each 0 or more")
    return nil
  }

  mutating func readAxis(_ reader: inout JSONReader) throws(JSONReader.Stop) -> Int? {
    if reader.kind() == .word, try reader.takeNull() { return nil }
    return try readWholeNumber(&reader, "'axis'")
  }

  /// What an index takes along each axis: a number, or a list of where it starts and where it ends.
  mutating func readPlaces(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> [Attribute.Place]? {
    let kind = reader.kind()
    let start = reader.offset
    if kind == .word, try reader.takeNull() { return nil }
    var places: [Attribute.Place] = []
    let before = mistakes.count
    if kind == .array {
      try reader.elements { reader throws(JSONReader.Stop) in
        if let place = try readPlace(&reader) { places.append(place) }
      }
    } else {
      try reader.skipValue()
    }
    guard mistakes.count == before else { return nil }
    if !places.isEmpty { return places }
    mistakes.report(
      .wrongValue, at: SourceRange(start: start, end: reader.offset), "'\(key.name)'",
      "a list like [0, [1, 3]]")
    return nil
  }

  private mutating func readPlace(
    _ reader: inout JSONReader
  ) throws(JSONReader.Stop) -> Attribute.Place? {
    guard reader.kind() == .array else {
      return try readWholeNumber(&reader, "a place").map { .at($0) }
    }
    let start = reader.offset
    var ends: [Int] = []
    let before = mistakes.count
    try reader.elements { reader throws(JSONReader.Stop) in
      if let end = try readWholeNumber(&reader, "a place") { ends.append(end) }
    }
    guard mistakes.count == before else { return nil }
    if ends.count == 2 { return .range(start: ends[0], end: ends[1]) }
    mistakes.report(
      .wrongValue, at: SourceRange(start: start, end: reader.offset), "a range",
      "two numbers: where it starts, and where it ends")
    return nil
  }
}
