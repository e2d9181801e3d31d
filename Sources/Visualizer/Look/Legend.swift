import CellGrid
import Playback

/// What the marks, boxes, lines and words of the picture mean, a row for each.
struct Legend {
  let symbols: Symbols

  struct Section {
    let title: String
    let rows: [Row]
  }

  struct Row {
    /// As the picture shows it.
    let sample: String
    let role: Role
    let meaning: String

    init(_ sample: String, _ role: Role, _ meaning: String) {
      (self.sample, self.role, self.meaning) = (sample, role, meaning)
    }
  }

  var sections: [Section] {
    [Section(title: "Numbers", rows: numbers), Section(title: "Boxes and lines", rows: shapes)]
  }

  private var numbers: [Row] {
    [
      Row("\(symbols.fresh)2", .fresh, "made by this step"),
      Row("\(symbols.partial)0.5", .gradient, "still receiving: 1/3 is 1 of 3 in"),
      Row("\(symbols.changed)2", .changed, "changed by the edit"),
      Row(" 2", .value, "data: the node's value"),
      Row(" 0.5", .gradient, "grad: all of it is in"),
      Row("0.5 \(BoxRow.carried)", .quiet, "grad left by the training step before"),
      Row("blank", .quiet, "not known yet"),
      Row(
        "\(symbols.unknown) \(symbols.known)", .frame,
        "in a cell: not computed; no grad yet, or a constant"),
      Row("\(symbols.nonFinite)", .problem, "in a cell: nan or inf"),
      Row("\(symbols.partialDerivative)0.5", .gradient, "grad, in a line"),
      Row(bars, .gradient, "grad in a cell: 0, below 1e-5, up to 1 and more"),
      Row("no path", .unreached, "the output does not depend on it"),
      Row("\(symbols.mean)0.5", .value, "of a tensor: the mean of its elements"),
      symbols.hasShades
        ? Row("▀▀▀▀", .plain, "means: blue < 0 < orange; else from dark to bright")
        : Row("0-9", .plain, "means, from the least to the largest"),
      Row("nan", .problem, "nan, inf: not a finite number"),
    ]
      + ZeroReason.allCases.map { Row($0.mark, .quiet, $0.legend) }
  }

  private var shapes: [Row] {
    [
      Row(top(.computed), .frame, "input, or computed"),
      Row(top(.parameter), .parameter, "parameter"),
      Row(top(.constant), .constant, "constant: it has no gradient"),
      Row("+ o", .frame, "a folded call: Enter opens it"),
      Row("(w)", .parameter, "w, far from its box or left out"),
      Row(top(.computed), .activeFrame, "in this step"),
      Row(" x ", .selection, "selected"),
      Row("\(symbols.selected)", .selection, "selected, in a cell"),
      Row("\(symbols.breakpoint)", .breakpoint, "breakpoint"),
      Row(
        "\(symbols.ancestor) \(symbols.descendant)", .lineage,
        "the selection needs it; it needs that"),
      Row(arrow(.light), .edge, "from an operand to its consumer"),
      Row(arrow(.heavy), .activeEdge, "carries this step's contribution"),
      Row("\(symbols.current) 4", .currentLine, "the line of this step"),
      Row("text", .note, "the author's comment on it"),
      Row(mapDots, .edge, "on the map: boxes"),
      Row(mapFrame, .activeFrame, "on the map: what is in sight, or reversed"),
      Row("\(symbols.current)", .activeEdge, "on the map: the step, or the selection"),
      Row(track, .progress, "steps done; \(symbols.boundary) ends the forward pass"),
    ]
  }

  /// The upper border of a box.
  private func top(_ kind: Picture.Kind) -> String {
    var canvas = Canvas(size: Size(width: 5, height: 2))
    canvas.draw(kind.frame.twin(symbols.repertoire), in: canvas.bounds)
    return canvas.line(0)
  }

  /// Few boxes in a cell of the map, and many.
  private var mapDots: String {
    String([0x10, 0xFF].map { Minimap.character(of: $0, symbols.repertoire) })
  }

  private var mapFrame: String {
    var canvas = Canvas(size: Size(width: 5, height: 2))
    canvas.draw(Minimap.frame.twin(symbols.repertoire), in: canvas.bounds)
    return canvas.line(0)
  }

  private func arrow(_ weight: Weight) -> String {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    var strokes = Strokes(viewport: canvas.bounds)
    let end = Point(column: 4, row: 0)
    strokes.line(from: Point(column: -1, row: 0), to: end, net: 0, weight: weight)
    strokes.head(at: end, net: 0, weight: weight)
    strokes.paint(on: &canvas, repertoire: symbols.repertoire)
    return canvas.line(0)
  }

  private var bars: String { String([0, 1, 4, 7].map { symbols.bars[$0] }) }

  private var track: String { "\(symbols.done)\(symbols.done)\(symbols.boundary)\(symbols.todo)" }
}

extension ZeroReason {
  /// What the mark in a box stands for.
  fileprivate var legend: String {
    switch self {
    case .localDerivative: "a real 0: a local derivative is 0"
    case .upstream: "a real 0: what arrives is 0"
    case .cancellation: "a real 0: the contributions cancel"
    case .underflow: "0: the products are too small"
    }
  }
}
