package import CellGrid

/// The meanings a cell can have. A theme gives each its looks; every one also has a mark, a weight
/// or a shape, so that nothing is said by colour alone.
extension Role {
  /// Rules, frames of panels, hints: there when looked for.
  package static let quiet = Role(rawValue: 1)
  /// The name of the scene, the headline of a step.
  package static let heading = Role(rawValue: 2)
  package static let frame = Role(rawValue: 3)
  package static let constant = Role(rawValue: 4)
  package static let parameter = Role(rawValue: 5)
  package static let value = Role(rawValue: 6)
  package static let gradient = Role(rawValue: 7)
  /// What this step made: bold, with a mark before it.
  package static let fresh = Role(rawValue: 8)
  /// The frame of a box this step is about.
  package static let activeFrame = Role(rawValue: 9)
  /// The edge this step runs along, and the amount it carries.
  package static let activeEdge = Role(rawValue: 10)
  package static let edge = Role(rawValue: 11)
  /// The title of the selected box.
  package static let selection = Role(rawValue: 12)
  /// A node the output does not depend on.
  package static let unreached = Role(rawValue: 13)
  /// What an edit changed.
  package static let changed = Role(rawValue: 14)
  package static let note = Role(rawValue: 15)
  package static let currentLine = Role(rawValue: 16)
  package static let key = Role(rawValue: 17)
  package static let problem = Role(rawValue: 18)
  /// The text being typed.
  package static let prompt = Role(rawValue: 19)
  package static let progress = Role(rawValue: 20)
  package static let breakpoint = Role(rawValue: 21)
  /// What the selection depends on, or what depends on it.
  package static let lineage = Role(rawValue: 22)

  /// Every role with its name in theme files, and the letter golden frames show it by.
  package static let rows: [(role: Role, name: String, letter: Character)] = [
    (.plain, "plain", "."), (.quiet, "quiet", "q"), (.heading, "heading", "H"),
    (.frame, "frame", "f"), (.constant, "constant", "c"), (.parameter, "parameter", "p"),
    (.value, "value", "v"), (.gradient, "gradient", "g"), (.fresh, "fresh", "N"),
    (.activeFrame, "active-frame", "A"), (.activeEdge, "active-edge", "E"), (.edge, "edge", "e"),
    (.selection, "selection", "S"), (.unreached, "unreached", "u"), (.changed, "changed", "C"),
    (.note, "note", "n"), (.currentLine, "current-line", "L"), (.key, "key", "k"),
    (.problem, "problem", "!"), (.prompt, "prompt", "P"), (.progress, "progress", "r"),
    (.breakpoint, "breakpoint", "b"), (.lineage, "lineage", "l"),
  ]
}
