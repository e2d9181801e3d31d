extension JSONReader {
  /// Reads an object: calls `member` with every key, to read the value that follows it.
  ///
  /// A key may come once.
  mutating func members(
    _ member: (inout JSONReader, Key) throws(Stop) -> Void
  ) throws(Stop) {
    let start = try open("{")
    if take("}") { return }
    var known: Set<String> = []
    repeat {
      let key = try key()
      guard known.insert(key.name).inserted else {
        throw Stop(.repeatedKey, at: key.range, key.name)
      }
      try member(&self, key)
    } while try goesOn("}", since: start)
  }

  /// Reads an array: calls `element` to read each of its values.
  mutating func elements(_ element: (inout JSONReader) throws(Stop) -> Void) throws(Stop) {
    let start = try open("[")
    if take("]") { return }
    repeat { try element(&self) } while try goesOn("]", since: start)
  }

  /// Goes past a value of any kind, however deep it nests, and returns where it stood.
  @discardableResult
  mutating func skipValue() throws(Stop) -> SourceRange {
    _ = peek()
    let start = offset
    var unclosed: [Int] = []
    repeat {
      guard try skipBeginning(&unclosed) else { continue }
      while let last = unclosed.last {
        let closing: Unicode.Scalar = bytes[last] == UInt8(ascii: "{") ? "}" : "]"
        if try goesOn(closing, since: last) {
          if closing == "}" { _ = try key() }
          break
        }
        unclosed.removeLast()
      }
    } while !unclosed.isEmpty
    return SourceRange(start: start, end: offset)
  }

  /// Nothing but white space is left.
  mutating func end() throws(Stop) {
    guard peek() != nil else { return }
    let range = SourceRange(start: offset, end: endOfCharacter(at: offset))
    throw Stop(
      .unexpected, at: range, String(decoding: bytes[range.start..<range.end], as: UTF8.self))
  }

  /// Goes past a scalar, an empty pair of brackets, or an opening bracket and what leads to the
  /// first value in it; false after the last.
  private mutating func skipBeginning(_ unclosed: inout [Int]) throws(Stop) -> Bool {
    switch kind() {
    case .string: _ = try string()
    case .number: _ = try number()
    case .word: _ = try word()
    case .array:
      let start = try open("[")
      if take("]") { return true }
      try push(start, on: &unclosed)
      return false
    case .object:
      let start = try open("{")
      if take("}") { return true }
      try push(start, on: &unclosed)
      _ = try key()
      return false
    }
    return true
  }

  private func push(_ start: Int, on unclosed: inout [Int]) throws(Stop) {
    guard unclosed.count < maximumDepth else {
      throw Stop(.tooDeepJSON, at: SourceRange(start: start, end: start + 1), "\(maximumDepth)")
    }
    unclosed.append(start)
  }

  /// - Returns: where the bracket stands.
  private mutating func open(_ bracket: Unicode.Scalar) throws(Stop) -> Int {
    guard take(bracket) else { throw missing(bracket) }
    return offset - 1
  }

  private mutating func key() throws(Stop) -> Key {
    if peek() == UInt8(ascii: "'") { throw singleQuote }
    let start = offset
    let name = try string()
    let range = SourceRange(start: start, end: offset)
    guard take(":") else { throw missing(":") }
    return Key(name: name, range: range)
  }

  /// Whether a comma comes next, and not the closing bracket.
  private mutating func goesOn(
    _ closing: Unicode.Scalar, since start: Int
  ) throws(Stop) -> Bool {
    if take(",") {
      let comma = offset - 1
      guard peek() == UInt8(ascii: closing) else { return true }
      throw Stop(.trailingComma, at: SourceRange(start: comma, end: comma + 1))
    }
    if take(closing) { return false }
    guard peek() == nil else { throw missing(",") }
    throw Stop(
      .unclosedBracket, at: SourceRange(start: start, end: start + 1),
      String(UnicodeScalar(bytes[start])), String(closing))
  }

  mutating func missing(_ sign: Unicode.Scalar) -> Stop {
    let start = peek() == nil ? bytes.count : offset
    return Stop(
      .expectedSign, at: SourceRange(start: start, end: endOfCharacter(at: start)), String(sign))
  }
}
