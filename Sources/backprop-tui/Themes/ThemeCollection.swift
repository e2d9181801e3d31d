import SceneLanguage
import Terminal
import Visualizer

/// The themes a name can stand for: the user's own files, what is built in, and what comes with the
/// program, in this order.
enum ThemeCollection {
  /// What `name` stands for.
  static func theme(named name: String) -> ThemeChoice {
    guard isName(name) else { return .unknown(name) }
    if let folder = usersFolder, let choice = read(name, in: folder) { return choice }
    if let theme = Theme.named(name) { return .theme(theme) }
    if let folder = programFolder, let choice = read(name, in: folder) { return choice }
    return .unknown(name)
  }

  /// Every name there is, the default one first.
  static var names: [String] {
    let files = [programFolder, usersFolder].compactMap { $0 }
      .flatMap(ProgramFolder.textFiles).filter(isName).sorted()
    return (Theme.all.map(\.name) + files).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Whether `text` can name a file without leading out of its folder.
  private static func isName(_ text: String) -> Bool {
    // Bytes, because a slash with an accent on it is no slash among characters.
    let bytes = text.utf8
    return (1...100).contains(bytes.count) && bytes.first != UInt8(ascii: ".")
      && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(0)
  }

  private static var programFolder: String? { ProgramFolder.path("themes", with: "light.txt") }

  /// As the XDG Base Directory Specification says, 0.8: a relative path is none.
  private static var usersFolder: String? {
    if let folder = environment("XDG_CONFIG_HOME"), folder.utf8.first == UInt8(ascii: "/") {
      return folder + "/backprop-tui/themes"
    }
    return environment("HOME").map { $0 + "/.config/backprop-tui/themes" }
  }

  /// The largest theme that is read; it has a row for each role.
  private static let sizeLimit = 1 << 20

  /// Nil where the folder has no file of this name.
  private static func read(_ name: String, in folder: String) -> ThemeChoice? {
    let path = "\(folder)/\(name).txt"
    let source: Source
    do throws(SceneFileError) {
      source = Source(name: path, text: try SceneFile.read(path, limit: sizeLimit).text)
    } catch .notFound {
      return nil
    } catch .notPermitted where name == Theme.standard.name {
      // Nobody asked for it: somebody else's folder must not keep the program from starting.
      return nil
    } catch .notUTF8(_, let bytes) {
      source = Source(name: path, bytes: bytes)
    } catch {
      return .unusable([error.description.sanitized])
    }
    switch Theme.read(source, name: name) {
    case .theme(let theme): return .theme(theme)
    case .mistakes(let mistakes): return .unusable(mistakes.map { $0.rendered(in: source) })
    }
  }
}
