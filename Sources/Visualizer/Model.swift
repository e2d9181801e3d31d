package import CellGrid
import Playback
package import SceneLanguage

/// The whole state of the program, and the only thing `view` draws from.
package struct Model: Sendable {
  package internal(set) var stage: Stage
  package internal(set) var screen: Screenful
  package internal(set) var isMouseCaptured: Bool
  /// What is being computed beside the loop.
  var computation: Computation?
  /// How many jobs were handed out.
  var jobCount = 0

  package enum Stage: Sendable {
    /// Choosing one of the scenes that come with the program.
    case picker(Picker)
    case lesson(Lesson)
  }

  /// A scene to step through.
  ///
  /// - Parameters:
  ///   - path: where edits are written to; nil for a scene that is in no file.
  ///   - isOnDisk: whether that file is there already.
  ///   - savedText: what that file holds, where it is not the scene's own text.
  ///   - options: how the scene was read, which is how it is read again after an edit.
  ///   - size: the screen; a later `resized` message corrects it.
  package init(
    scene: Scene, path: String?, isOnDisk: Bool = true, savedText: String? = nil,
    options: LoadOptions = LoadOptions(), size: Size, symbols: Symbols = .unicode,
    isMouseCaptured: Bool = true
  ) {
    screen = Screenful(size: size, symbols: symbols)
    self.isMouseCaptured = isMouseCaptured
    var lesson = Lesson(
      path: path, scene: scene, savedText: savedText, options: options, metrics: screen.metrics)
    lesson.isOnDisk = isOnDisk
    lesson.follow(on: screen)
    lesson.lookAtTensors(on: screen)
    stage = .lesson(lesson)
  }

  /// A list of scenes to choose from.
  package init(
    scenes: [Picker.Entry], size: Size, symbols: Symbols = .unicode, isMouseCaptured: Bool = true
  ) {
    screen = Screenful(size: size, symbols: symbols)
    self.isMouseCaptured = isMouseCaptured
    stage = .picker(Picker(entries: scenes))
  }

  /// Whether it wants to be told that nothing happens, to go on with a layout.
  package var hasWork: Bool {
    if computation == nil, case .lesson(let lesson) = stage { lesson.hasWork } else { false }
  }

  /// What `Effect.timePasses` speaks of; nil where nobody waits for it.
  package var passesToTime: Passes? {
    guard case .lesson(let lesson) = stage else { return nil }
    return lesson.formSwitch.map { Passes(forms: $0.forms) }
  }

  /// What `update` does, however long it takes.
  package mutating func updateAtOnce(_ message: Message) -> [Effect] {
    switch message {
    case .resized(let size): return resize(to: size)
    case .keyPressed(.character("m")) where takesCommands: return toggleMouse()
    case .sceneRead(let path, let text): return read(path: path, text: text)
    default: break
    }
    switch stage {
    case .picker(var picker):
      let effects = picker.receive(message, screen: screen)
      stage = .picker(picker)
      return effects
    case .lesson(var lesson):
      let effects = lesson.receive(message, screen: screen)
      lesson.lookAtTensors(on: screen)
      stage = .lesson(lesson)
      return effects
    }
  }

  /// Whether keys are commands now, and not text or answers.
  private var takesCommands: Bool {
    guard case .lesson(let lesson) = stage else { return false }
    return lesson.entry == nil && lesson.overlay == nil && !Arrangement.isTooSmall(screen.size)
  }

  private mutating func resize(to size: Size) -> [Effect] {
    let metrics = screen.metrics
    screen = Screenful(size: size, symbols: symbols)
    guard case .lesson(var lesson) = stage else { return [] }
    if screen.metrics != metrics {
      lesson.redraw(lesson.scope, on: screen)
      lesson.viewport = Viewport()
    }
    lesson.follow(on: screen)
    lesson.lookAtTensors(on: screen)
    stage = .lesson(lesson)
    return []
  }

  private mutating func toggleMouse() -> [Effect] {
    isMouseCaptured.toggle()
    guard case .lesson(var lesson) = stage else { return [] }
    lesson.say(
      isMouseCaptured
        ? "The mouse selects and pans." : "The mouse is the terminal's: it marks text to copy.")
    stage = .lesson(lesson)
    return [.captureMouse(isMouseCaptured)]
  }

  private mutating func read(path: String, text: String) -> [Effect] {
    switch stage {
    case .lesson(var lesson):
      lesson.diskChanged(to: text, screen: screen)
      lesson.lookAtTensors(on: screen)
      stage = .lesson(lesson)
    case .picker(var picker):
      let source = Source(name: path, text: text)
      switch Scene.load(source) {
      case .scene(let scene):
        var lesson = Lesson(path: path, scene: scene, metrics: screen.metrics)
        lesson.follow(on: screen)
        lesson.lookAtTensors(on: screen)
        stage = .lesson(lesson)
      case .mistakes(let mistakes):
        picker.problem = mistakes.map { $0.rendered(in: source) }
        stage = .picker(picker)
      }
    }
    return []
  }
}
