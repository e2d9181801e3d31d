import CellGrid
import Visualizer

/// The theme's styles as CSS, for readers whose page is light and for those whose page is dark.
///
/// Colours stand in full: not every program that shows pictures knows variables.
struct SVGStyleSheet {
  let theme: Theme

  /// What the elements of a role are called.
  static func name(of role: Role) -> String { "r\(role.rawValue)" }

  var text: String {
    """
    path{stroke-width:1.2;fill:none}
    path.heavy{stroke-width:2.6}
    path.dotted{stroke-dasharray:2 3}
    \(Role.rows.map { weight(of: $0.role) }.joined())
    \(colours(.light))
    @media (prefers-color-scheme:dark){\(colours(.dark))}

    """
  }

  private func weight(of role: Role) -> String {
    let style = theme.style(of: role)
    let name = Self.name(of: role)
    return (style.isBold ? "text.\(name){font-weight:bold}" : "")
      + (style.isDim ? ".\(name){opacity:.65}" : "")
      + (style.isUnderlined ? "text.\(name){text-decoration:underline}" : "")
  }

  private func colours(_ palette: Palette) -> String {
    let (ink, paper) = (palette.ink, palette.paper)
    return "rect{fill:\(paper)}text{fill:\(ink)}path{stroke:\(ink)}path.head{fill:\(ink)}"
      + Role.rows.map { colour(of: $0.role, palette) }.joined() + "path.head{stroke:none}"
  }

  private func colour(of role: Role, _ palette: Palette) -> String {
    let style = theme.style(of: role)
    let name = Self.name(of: role)
    guard let hue = style.foreground.flatMap(palette.hue) else { return "" }
    return "text.\(name){fill:\(hue)}path.\(name){stroke:\(hue)}path.head.\(name){fill:\(hue)}"
  }
}

/// Colours that can be read on a page.
private struct Palette {
  let ink: String
  let paper: String
  /// Red, green, yellow, blue, magenta, cyan: a terminal's colours 1 to 6.
  private let hues: [String]

  static let light = Palette(
    ink: "#24292f", paper: "#fff",
    hues: ["#cf222e", "#1a7f37", "#9a6700", "#0969da", "#8250df", "#1b7c83"])
  static let dark = Palette(
    ink: "#d4d4d4", paper: "#1e1e1e",
    hues: ["#ff7b72", "#56d364", "#e3b341", "#79c0ff", "#d2a8ff", "#56d4dd"])

  /// The pale ones are the same here; beyond the sixteen, and for black and white, there is none.
  func hue(_ index: UInt8) -> String? {
    index < 16 && (1...6).contains(index % 8) ? hues[Int(index % 8) - 1] : nil
  }
}
