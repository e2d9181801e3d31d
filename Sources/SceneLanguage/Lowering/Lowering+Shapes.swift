import Autograd

// What is said where shapes do not fit: both shapes, both formulas, and the likely repair.

extension Lowering {
  mutating func report(_ mistake: ShapeMistake, of primitive: Primitive, _ site: Site) {
    let operands = operandTexts(of: site)
    let wording = mistake.wording(
      of: primitive, x: operands.first ?? "x", y: operands.dropFirst().first ?? "y")
    mistakes.report(
      .shape, at: place(of: site), wording.message + circumstances, wording.repair ?? "")
  }

  /// ` (in 'layer', called on line 12)`: a body is right for some operands and wrong for others.
  private var circumstances: String {
    guard let frame = frames.last else { return "" }
    let name = syntax.names[syntax.functions[frame.function].name]
    let line = syntax.statements[Int(statement)].line
    return isInPrelude ? " (in '\(name)')" : " (in '\(name)', called on line \(line))"
  }

  /// Where a message about the operation points: into the scene, also for a function of the prelude.
  func place(of site: Site) -> SourceRange {
    guard isInPrelude else { return site.term.range }
    return site.statement.range
  }

  var isInPrelude: Bool {
    frames.contains { syntax.preludeFunctions.contains($0.function) }
  }

  /// The operands as the text has them.
  private func operandTexts(of site: Site) -> [String] {
    var texts: [String] = []
    var end = site.place
    for _ in 0..<syntax.operandCount(of: site.term) {
      let start = firstTerm(ofFormulaEndingAt: end - 1, from: site.start)
      guard start < end else { return texts }
      texts.insert(text(of: start..<end), at: 0)
      end = start
    }
    return texts
  }

  /// Where the formula begins whose last term is at `last`: as many terms as fill all operands.
  private func firstTerm(ofFormulaEndingAt last: Int, from start: Int) -> Int {
    var (place, open) = (last, 1)
    while place >= start {
      open += syntax.operandCount(of: syntax.terms[place]) - 1
      if open == 0 { return place }
      place -= 1
    }
    return start
  }

  private func text(of terms: Range<Int>) -> String {
    let start = syntax.terms[terms].map(\.start).min() ?? 0
    let end = syntax.terms[terms].map(\.end).max() ?? 0
    let range = SourceRange(start: Int(start), end: Int(end))
    let isPrelude = frames.last.map { syntax.preludeFunctions.contains($0.function) } ?? false
    let text = isPrelude ? Source(name: "", text: Prelude.text)[range] : source[range]
    return text.utf8.count > 60 ? String(text.prefix(57)) + "..." : text
  }
}
