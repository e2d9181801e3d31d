/// The mistakes found so far: the first twenty, and how many there were.
struct DiagnosticList {
  static let limit = 20
  /// After so many mistakes a text is no scene, and the rest of it is not read.
  static let endOfPatience = 10_000

  private(set) var first: [Diagnostic] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  /// Whether another mistake is only counted, so that its words need not be made.
  var isFull: Bool { first.count >= Self.limit }
  /// Whether reading on is of no use to anybody.
  var isHopeless: Bool { count >= Self.endOfPatience }

  mutating func report(
    _ kind: Diagnostic.Kind, at range: SourceRange, _ subject: String = "",
    _ repair: String = ""
  ) {
    count += 1
    guard !isFull else { return }
    first.append(Diagnostic(kind, range: range, subject: subject, repair: repair))
  }

  /// The first twenty of both lists in the order of the text, and a line that says how many more.
  func merged(with other: DiagnosticList) -> [Diagnostic] {
    let all = (first + other.first).enumerated().sorted { left, right in
      (left.element.range.start, left.offset) < (right.element.range.start, right.offset)
    }
    var shown = all.prefix(Self.limit).map(\.element)
    let rest = count + other.count - shown.count
    if rest > 0 {
      let end = SourceRange(start: Int.max, end: Int.max)
      let isCounted = !isHopeless && !other.isHopeless
      shown.append(
        Diagnostic(.more, range: end, subject: isCounted ? "\(rest)" : "at least \(rest)"))
    }
    return shown
  }
}
