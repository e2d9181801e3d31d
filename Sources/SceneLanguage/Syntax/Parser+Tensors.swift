import Autograd

// Lists, indices and `.T`.

extension Parser {
  /// Turns a list whose bracket has just been closed into a tensor, or into a term that makes one of
  /// the values before it.
  mutating func finishList(_ list: Pending, end: Int32) {
    let starts = elementStarts[Int(list.call)...].map { Int($0) }
    elementStarts.removeLast(elementStarts.count - Int(list.call))
    let first = Int(list.firstTerm)
    let isEmpty = syntax.terms.count == first
    let ends = starts.dropFirst() + [syntax.terms.count]
    let elements = isEmpty ? [] : zip(starts, ends).compactMap { element(of: $0..<$1) }
    guard isEmpty || elements.count == starts.count else {
      return append(.list, Int32(truncatingIfNeeded: starts.count), list.start, end)
    }
    let shape = elements.first?.shape ?? .scalar
    if let odd = elements.firstIndex(where: { $0.shape != shape }) {
      report(
        .ragged, at: SourceRange(start: Int(list.start), end: Int(end)),
        Self.row(0, shape), Self.row(odd, elements[odd].shape))
      syntax.terms.removeLast(syntax.terms.count - first)
      mentionsNames = true
      return append(.broken, 0, list.start, end)
    }
    syntax.terms.removeLast(syntax.terms.count - first)
    append(.tensor, Int32(truncatingIfNeeded: syntax.tensors.count), list.start, end)
    syntax.tensors.append(
      Tensor(
        elements.flatMap(\.elements), shape: Shape([elements.count] + shape.extents)))
  }

  /// `element 0 has the shape (2)`
  private static func row(_ index: Int, _ shape: Shape) -> String {
    let size = shape == .scalar ? "is a number" : "has the shape \(shape)"
    return "element \(index) \(size)"
  }

  /// The value of an element of a list; nil where it is no number.
  private func element(of terms: Range<Int>) -> Tensor? {
    if terms.count == 1, syntax.terms[terms.lowerBound].kind == .tensor {
      return syntax.tensors[Int(syntax.terms[terms.lowerBound].payload)]
    }
    return syntax.constantValue(of: terms).map { Tensor($0) }
  }

  /// `[0]`, `[:, 1:3]` behind an operand.
  mutating func parseIndex() -> Bool {
    let bracket = token
    var places: [Attribute.Place] = []
    repeat {
      advance()
      guard let place = parsePlace(in: bracket) else { return false }
      places.append(place)
    } while token.kind == .comma
    guard token.kind == .closeList else {
      reportInIndex(bracket)
      return false
    }
    append(.index, Int32(truncatingIfNeeded: syntax.places.count), bracket.start, token.end)
    syntax.places.append(places)
    advance()
    return true
  }

  private mutating func parsePlace(in bracket: Token) -> Attribute.Place? {
    guard token.kind != .colon else { return parseEnd(start: nil, in: bracket) }
    guard let start = parseWhole(in: bracket) else { return nil }
    return token.kind == .colon ? parseEnd(start: start, in: bracket) : .at(start)
  }

  private mutating func parseEnd(start: Int?, in bracket: Token) -> Attribute.Place? {
    advance()
    if token.kind == .comma || token.kind == .closeList { return .range(start: start, end: nil) }
    return parseWhole(in: bracket).map { .range(start: start, end: $0) }
  }

  private mutating func parseWhole(in bracket: Token) -> Int? {
    let first = token
    let isNegative = token.kind == .minus
    if isNegative { advance() }
    guard token.kind == .number else {
      reportInIndex(bracket)
      return nil
    }
    guard let whole = Int(exactly: token.number), whole <= 1 << 53 else {
      let range = SourceRange(start: Int(first.start), end: Int(token.end))
      report(.wrongArgument, at: range, "an index", "a whole number")
      return nil
    }
    advance()
    return isNegative ? -whole : whole
  }

  private mutating func reportInIndex(_ bracket: Token) {
    switch token.kind {
    case .unknown: break
    case .newline, .endOfText, .equals: report(.unclosedBracket, at: bracket.range, "[", "]")
    case .close: report(.mismatchedBracket, at: token.range, ")", "[")
    default:
      report(.wrongArgument, at: token.range, "an index", "a whole number or a range like 0:2")
    }
  }

  mutating func parseTranspose() -> Bool {
    let dot = token
    advance()
    guard token.kind == .name, token.symbol == syntax.words.transpose else {
      report(.unexpected, at: dot.range, ".")
      return false
    }
    let row = Int(Primitive.row("transpose").id)
    append(.apply, Syntax.Term.application(row: row, count: 1), dot.start, token.end)
    advance()
    return true
  }

  /// Whether a call of this name means something.
  func isFunction(_ symbol: Symbol) -> Bool {
    syntax.words.isFunction(symbol) || definedFunctions.contains(symbol)
  }
}
