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

  private func colours(_ page: PageColors) -> String {
    let (ink, paper) = (page.ink.css, page.paper.css)
    return "rect{fill:\(paper)}text{fill:\(ink)}path{stroke:\(ink)}path.head{fill:\(ink)}"
      + Role.rows.map { colour(of: $0.role, page) }.joined() + "path.head{stroke:none}"
  }

  private func colour(of role: Role, _ page: PageColors) -> String {
    let style = theme.style(of: role)
    let name = Self.name(of: role)
    guard let hue = style.foreground.flatMap(page.color)?.css else { return "" }
    return "text.\(name){fill:\(hue)}path.\(name){stroke:\(hue)}path.head.\(name){fill:\(hue)}"
  }
}
