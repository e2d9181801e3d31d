package import Autograd

extension Scene {
  /// The text with another number for a leaf: only the characters of its literal change.
  ///
  /// A leaf of its own takes what was typed, `pi/2` as well. Inside a larger expression the value
  /// is written as one number, in parentheses where a minus would bind differently, so that the
  /// graph keeps its shape. A number in a function's body changes for every call of the function.
  package func replacingLiteral(
    of node: NodeID, with typed: String
  ) -> Result<Source, EditRefusal> {
    guard details.indices.contains(node.index) else { return .failure(.withoutText) }
    let detail = details[node.index]
    guard graph.operation(of: node).isLeaf else {
      return .failure(.computed(detail.name ?? "v\(node.index)"))
    }
    guard let literal = detail.literal else { return .failure(.withoutText) }
    if LiteralPlace(of: literal, in: source).isWholeRightSide {
      return TypedNumber.readRightSide(typed).map { source.replacing(literal, with: $0) }
    }
    return TypedNumber.read(typed).flatMap { number in
      LiteralPlace(of: literal, in: source).spelling(of: number)
        .map { source.replacing(literal, with: $0) }
    }
  }
}

/// What stands around a literal, which decides how another number is written in its place.
struct LiteralPlace {
  private let literal: String
  /// The nearest sign in front that is no white space; nil at the beginning of the text.
  private let before: Character?
  /// The nearest sign behind it, where the end of the line counts.
  private let onLine: Character?
  /// Whether a power follows, which would bind tighter than a minus.
  private let isRaised: Bool

  init(of range: SourceRange, in source: Source) {
    literal = source[range]
    let bytes = source.text.utf8
    let first = bytes.index(bytes.startIndex, offsetBy: min(range.start, bytes.count))
    let last = bytes.index(bytes.startIndex, offsetBy: min(range.end, bytes.count))
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    let isBlankOrNewline = { (byte: UInt8) in isBlank(byte) || byte == 0x0A }
    before = bytes[..<first].last { !isBlankOrNewline($0) }.map { Character(Unicode.Scalar($0)) }
    onLine = bytes[last...].first { !isBlank($0) }.map { Character(Unicode.Scalar($0)) }
    let next = bytes[last...].drop(while: isBlankOrNewline).prefix(2)
    isRaised = next.first == UInt8(ascii: "^") || next.elementsEqual("**".utf8)
  }

  /// Whether the literal is all there is between `=` and the end of the statement.
  var isWholeRightSide: Bool {
    before == "=" && (onLine == nil || onLine == "\n" || onLine == "#" || onLine == ";")
  }

  func spelling(of number: TypedNumber) -> Result<String, EditRefusal> {
    guard number.value.isFinite else { return .failure(.unspellable(number.value)) }
    let text = number.isPlain ? number.text : number.value.shortestSpelling
    let isNegative = text.hasPrefix("-")
    let wasNegative = literal.hasPrefix("-")
    let joinsSign = isNegative && !wasNegative && before.map { "+-*/^".contains($0) } == true
    let joinsPower = isNegative && isRaised
    let losesSign = !isNegative && wasNegative && before == "-"
    return .success(joinsSign || joinsPower || losesSign ? "(" + text + ")" : text)
  }
}
