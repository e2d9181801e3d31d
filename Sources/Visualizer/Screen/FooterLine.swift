import CellGrid
import Playback

/// The bottom line: the text being typed, or a sentence, or the keys that work now.
struct FooterLine {
  let lesson: Lesson
  let symbols: Symbols

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = TextArea(rect)
    if lesson.overlay == nil, lesson.isComputing, let notice = lesson.notice {
      area.line([Span(" " + notice.text, .plain)], on: &canvas)
    } else if lesson.overlay == .training, let prompt = lesson.session?.prompt {
      draw(
        prompt, after: " against ", aside: prompt.mistake ?? "rate=0.1  zero_grad=off  w=0.5",
        isProblem: prompt.mistake != nil, in: rect, on: &canvas)
    } else if let overlay = lesson.overlay {
      area.line(hints(over: overlay), on: &canvas)
    } else if let entry = lesson.entry {
      draw(entry, in: rect, on: &canvas)
    } else if let notice = lesson.notice {
      area.line([Span(" " + notice.text, notice.isProblem ? .problem : .plain)], on: &canvas)
    } else if let pending = lesson.pending {
      area.line(
        [Span(" \(pending.progress)  ", .progress), Span("Esc", .key), Span(" stops", .quiet)],
        on: &canvas)
    } else {
      area.line(
        Self.keys(
          fitting: rect.size.width, hasTensors: lesson.run.hasTensors,
          isInspecting: lesson.inspector != nil), on: &canvas)
    }
  }

  /// As many rows of the key table with a hint as the width takes; help and quit always.
  ///
  /// - Parameters:
  ///   - hasTensors: whether there is something to inspect.
  ///   - isInspecting: whether the keys of the inspector work.
  static func keys(
    fitting width: Int, hasTensors: Bool = false, isInspecting: Bool = false
  ) -> [Span] {
    let all = KeyBinding.all.filter {
      $0.hint != nil && $0.prefix == nil && ($0.command != .inspect || hasTensors)
    }
    let hinted =
      (isInspecting ? all.filter(\.isOfInspector) : []) + all.filter { !$0.isOfInspector }
    let last = hinted.filter { $0.command == .help || $0.command == .quit }
    var left = width - 1 - last.reduce(0) { $0 + columns(of: $1) }
    var shown: [KeyBinding] = []
    for binding in hinted where !last.contains(binding) {
      guard columns(of: binding) <= left else { break }
      left -= columns(of: binding)
      shown.append(binding)
    }
    return [Span(" ")]
      + (shown + last).flatMap { binding in
        [Span(binding.keys[0].name, .key), Span(" \(binding.hint ?? "")  ", .quiet)]
      }
  }

  private static func columns(of binding: KeyBinding) -> Int {
    binding.keys[0].name.columnCount + (binding.hint ?? "").columnCount + 3
  }

  private func hints(over overlay: Lesson.Overlay) -> [Span] {
    let keys: [(String, String)] =
      switch overlay {
      case .help: [("j k", "scroll"), ("Esc", "close")]
      case .question(let question): question.answers.map { ($0.key.name, $0.label) }
      case .training: TrainingScreen.keys
      case .mistakes: [("E", "editor"), ("Esc", "close, keep the old picture")]
      }
    return [Span(" ")] + keys.flatMap { [Span($0.0, .key), Span(" \($0.1)  ", .quiet)] }
  }

  private func draw(_ entry: Lesson.Entry, in rect: Rect, on canvas: inout Canvas) {
    switch entry {
    case .value(let node, let prompt):
      let label = lesson.run.labels[node]
      let aside = prompt.mistake ?? "Enter takes it, Esc leaves it"
      draw(
        prompt, after: " \(label) = ", aside: aside, isProblem: prompt.mistake != nil, in: rect,
        on: &canvas)
    case .search(let search):
      draw(
        search.prompt, after: " /", aside: aside(of: search), isProblem: search.isProblem,
        in: rect, on: &canvas)
    case .prefix(let prefix):
      var area = TextArea(rect)
      area.line(keys(after: prefix), on: &canvas)
    }
  }

  private func aside(of search: Search) -> String {
    if let mistake = search.mistake { return mistake.message }
    if search.prompt.text.isEmpty { return "a name  tanh  grad>10  |data|<1e-3  nan" }
    return search.matches.isEmpty ? search.standing : search.standing + "  Tab next  Enter take"
  }

  /// What can be pressed after a key, with the nodes that digits lead to.
  private func keys(after prefix: Key) -> [Span] {
    var spans = [Span(" \(prefix.name)  ", .key)]
    for binding in KeyBinding.all where binding.prefix == prefix {
      guard let hint = binding.hint else { continue }
      spans += [Span(binding.keys[0].name, .key), Span(" \(hint)  ", .quiet)]
    }
    spans += [Span("Esc", .key), Span(" close  ", .quiet)]
    for (digit, consumer) in zip(Key.digits, lesson.firstConsumers(of: lesson.selected)) {
      let label = lesson.run.labels[consumer].truncated(toColumns: 12)
      spans += [Span(digit.name, .key), Span(" \(label)  ", .quiet)]
    }
    return spans
  }

  /// The typed text with its cursor as a reversed cell, scrolled so that the cursor is seen.
  private func draw(
    _ prompt: Prompt, after lead: String, aside: String, isProblem: Bool, in rect: Rect,
    on canvas: inout Canvas
  ) {
    var column = rect.minColumn
    column += canvas.write(
      lead.truncated(toColumns: rect.size.width / 2), at: rect.origin, role: .key, within: rect)
    let room = max(1, rect.maxColumn - column - 1)
    let row = rect.minRow
    column += canvas.write(
      String(prompt.beforeCursor(columns: room)), at: Point(column: column, row: row),
      role: .prompt, within: rect)
    let rest = prompt.characters[prompt.cursor...]
    let under = String(rest.first ?? " ")
    column += canvas.write(
      under, at: Point(column: column, row: row), role: .selection, within: rect)
    column += canvas.write(
      String(rest.dropFirst().prefix(room)), at: Point(column: column, row: row), role: .prompt,
      within: rect)
    var area = TextArea(
      Rect(column: column + 3, row: row, width: rect.maxColumn - column - 3, height: 1))
    area.line(aside, isProblem ? .problem : .quiet, on: &canvas)
  }
}
