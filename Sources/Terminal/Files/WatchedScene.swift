/// The scene file the model shows, and what of it the model knows.
///
/// It is looked at once a second, by `stat`: the same on every system, on network folders and
/// through symbolic links, and an editor that replaces the file needs no new registration, as a
/// change notification for the old file would. One call a second is no measurable work.
struct WatchedScene {
  let path: String
  private var knownText: String
  private var signature: SceneFile.Signature?

  /// How often to look, in milliseconds.
  static let interval = 1000

  enum Change: Equatable {
    case none
    case text(String)
    case unreadable(SceneFileError)
  }

  init(_ file: SceneFile) {
    path = file.path
    knownText = file.text
    signature = file.signature
  }

  /// What is different since the model was last told, or wrote by itself.
  ///
  /// A file that is not there is no change: many editors take it away for a moment.
  mutating func look() -> Change {
    guard let present = SceneFile.Signature(path: path), present != signature else { return .none }
    signature = present
    do {
      let file = try SceneFile.read(path)
      signature = file.signature
      guard file.text != knownText else { return .none }
      knownText = file.text
      return .text(file.text)
    } catch .notFound {
      signature = nil
      return .none
    } catch {
      return .unreadable(error)
    }
  }
}
