import ArgumentParser
import SceneLanguage
import Visualizer

/// What the name of a theme led to.
enum ThemeChoice: ExpressibleByArgument {
  case theme(Theme)
  case unknown(String)
  /// A file that has mistakes or cannot be read, with what is to be said about it.
  case unusable([String])

  init(argument: String) { self = ThemeCollection.theme(named: argument) }

  /// The default theme, or what the user has put in its place.
  static var standard: ThemeChoice { ThemeCollection.theme(named: Theme.standard.name) }

  /// The theme; where there is none, standard error says why, and the program ends as after any
  /// option it cannot use: the scene is not to blame.
  func theme() throws -> Theme {
    switch self {
    case .theme(let theme): return theme
    case .unknown(let name):
      let names = ThemeCollection.names.map(\.sanitized).joined(separator: ", ")
      throw ValidationError("--theme: there is no theme '\(name.sanitized)'. There are \(names).")
    case .unusable(let letters):
      for letter in letters { StandardError.write(letter + "\n") }
      throw ExitCode.validationFailure
    }
  }
}
