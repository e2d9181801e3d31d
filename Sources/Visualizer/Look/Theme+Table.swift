import CellGrid

extension Theme {
  /// The themes that are in the program, the default one first.
  package static let all: [Theme] = [standard, mono]

  package static func named(_ name: String) -> Theme? {
    all.first { $0.name == name }
  }

  /// The terminal's own sixteen colours, so that it looks at home on dark and light backgrounds.
  package static let standard = Theme(
    name: "default",
    styles: [
      .quiet: Style(isDim: true),
      .heading: Style(isBold: true),
      .constant: Style(foreground: 4),
      .parameter: Style(foreground: 2),
      .gradient: Style(foreground: 5),
      .fresh: Style(foreground: 3, isBold: true),
      .activeFrame: Style(foreground: 3, isBold: true),
      .activeEdge: Style(foreground: 3, isBold: true),
      .edge: Style(isDim: true),
      .selection: Style(isBold: true, isReversed: true),
      .unreached: Style(isDim: true),
      .changed: Style(foreground: 6, isBold: true),
      .note: Style(foreground: 6),
      .currentLine: Style(isBold: true),
      .key: Style(isBold: true),
      .problem: Style(foreground: 1, isBold: true),
      .prompt: Style(isUnderlined: true),
      .progress: Style(foreground: 3),
      .breakpoint: Style(foreground: 1),
      .lineage: Style(foreground: 6),
    ])

  /// Weight alone: for print-outs, and for terminals without colour.
  package static let mono = Theme(
    name: "mono",
    styles: [
      .quiet: Style(isDim: true),
      .heading: Style(isBold: true),
      .fresh: Style(isBold: true),
      .activeFrame: Style(isBold: true),
      .activeEdge: Style(isBold: true),
      .edge: Style(isDim: true),
      .selection: Style(isBold: true, isReversed: true),
      .unreached: Style(isDim: true),
      .changed: Style(isBold: true, isUnderlined: true),
      .currentLine: Style(isBold: true),
      .key: Style(isBold: true),
      .problem: Style(isBold: true),
      .prompt: Style(isUnderlined: true),
      .progress: Style(isBold: true),
      .breakpoint: Style(isBold: true),
      .lineage: Style(isBold: true),
    ])
}
