package import Autograd
import CellGrid
package import Playback
package import SceneLanguage

/// An open scene: the player, the edits, and what the user has selected, opened and typed.
package struct Lesson: Sendable {
  /// Where the scene is kept; nil for one that came from standard input or the command line.
  package let path: String?
  /// Whether the file is there; false until a scene that was made from something else is written.
  var isOnDisk = true
  package internal(set) var editor: Editor
  package internal(set) var player: Player
  package internal(set) var picture: Picture {
    didSet { if minimap != nil { minimap = Minimap(of: picture.drawing) } }
  }
  /// What the picture becomes when its layout is done.
  var pending: PendingPicture?
  /// The map of the picture; nil where it is off.
  package internal(set) var minimap: Minimap?
  /// What the picture shows of tensors.
  var glances = TensorGlances()
  /// What the step panel says of the current step, with what it was made from.
  var told: Told?
  /// The panel that shows a tensor's elements; nil where it is closed.
  package internal(set) var inspector: Inspector?
  /// What was known of its element at the last key.
  var lastLooked: Looked?
  /// The scene's text, cut into lines.
  package internal(set) var sourceLines: SourceLines
  package internal(set) var viewport = Viewport()
  /// What the arrows chose; nil while the selection follows the step.
  package internal(set) var chosen: NodeID? {
    didSet { looksAtSelection = chosen != nil }
  }
  /// Whether the view follows the selection rather than the step: whichever moved last.
  var looksAtSelection = false

  /// Whether the panels are on; nil leaves it to the size of the screen.
  package internal(set) var showsStepPanel: Bool?
  package internal(set) var showsSourcePanel: Bool?
  package internal(set) var digits = Digits.four
  package internal(set) var entry: Entry?
  /// What `;` and `,` look for.
  var lastSearch: Search?
  package internal(set) var history = SelectionHistory()
  /// The nodes marked because the selection depends on them, or they on it.
  package internal(set) var lineage: Lineage?
  package internal(set) var overlay: Overlay?
  package internal(set) var notice: Notice?
  /// Whether what a key asked for is being computed, of which the notice speaks.
  var isComputing = false
  /// What the last edit did, shown until the next step.
  package internal(set) var change: Change?
  package internal(set) var pace = Pace()
  /// The training that was begun, which has made the steps before the one that is shown, and that
  /// one, too, where its end was gone beyond; an edit ends it.
  package internal(set) var session: TrainingSession?
  /// The step from one form of the scene to the other, until it is timed.
  var formSwitch: FormSwitch?
  /// What was typed for a node and not accepted, so that nothing typed is lost.
  package internal(set) var drafts: [Draft] = []
  /// Where the mouse holds the picture while its button is down.
  var grip: Point?
  /// Set by the answer "write and quit".
  var quitsWhenWritten = false

  /// What the next keys are for: a line being typed, or a choice.
  package enum Entry: Hashable, Sendable {
    case value(of: NodeID, Prompt)
    case search(Search)
    /// A key that waits for a second one.
    case prefix(Key)
  }

  package struct Draft: Hashable, Sendable {
    package let node: NodeID
    package let text: String
  }

  /// What lies over the picture.
  package enum Overlay: Hashable, Sendable {
    case help(firstLine: Int)
    case question(Question)
    case training
    /// The mistakes of the file on disk; the picture under them is of the text before.
    case mistakes(lines: [String])
  }

  /// One sentence at the bottom, until the next key.
  package struct Notice: Hashable, Sendable {
    package let text: String
    package let isProblem: Bool
  }

  package init(
    path: String?, scene: Scene, savedText: String? = nil, options: LoadOptions = LoadOptions(),
    metrics: Picture.Metrics
  ) {
    self.path = path
    editor = Editor(scene: scene, savedText: savedText, options: options)
    player = Player(run: editor.run)
    (picture, pending) = Self.picture(
      of: editor.run, metrics, PictureScope(folding: Folding(of: scene)))
    sourceLines = SourceLines(scene.source.text)
  }

  package var run: Run { player.run }

  /// The node the selection is on: what the user chose, else what the step is about.
  package var selected: NodeID { chosen ?? focus }

  /// The node the current step is about; before the first step, the first node.
  package var focus: NodeID { player.current.map(\.node) ?? NodeID(0) }
}
