import Autograd
import Playback
import SceneLanguage

/// A message that is being answered beside the loop, because of the size of the graph.
struct Computation: Sendable {
  let message: Message
  /// The job that does it; nil until somebody took it.
  var job: Int?
  /// What came after it, and is answered behind it.
  var waiting: [Message] = []
}

extension Model {
  /// What the state becomes when something happened, and what is to be done outside.
  ///
  /// Where the graph is so large that a key would have to wait, a job does it, and the state says so.
  package mutating func update(_ message: Message) -> [Effect] {
    if computation != nil { return updateMeanwhile(message) }
    guard case .lesson(let lesson) = stage, lesson.computesLong(for: message) else {
      return updateAtOnce(message)
    }
    computation = Computation(message: message)
    changeLesson { lesson in
      lesson.say("Computing. Esc gives it up.")
      lesson.isComputing = true
    }
    return []
  }

  /// The answer to a message while another is being computed: what only looks is done at once, and
  /// once more where it belongs.
  private mutating func updateMeanwhile(_ message: Message) -> [Effect] {
    switch message {
    case .resized: return updateAtOnce(message)
    case .workContinues, .tickElapsed: return []
    case .keyPressed(.escape):
      giveUp()
      changeLesson { $0.say("Given up: nothing has changed.") }
      return []
    case .keyPressed(.control("c")):
      giveUp()
      return updateAtOnce(message)
    case .keyPressed, .mouseMoved, .pasted, .sceneRead, .sceneWritten, .passesTimed, .effectFailed:
      computation?.waiting.append(message)
      guard computation?.job != nil, case .lesson(let lesson) = stage, lesson.onlyLooks(message)
      else { return [] }
      return updateAtOnce(message).filter { $0 == .redraw }
    }
  }

  private mutating func giveUp() {
    computation = nil
    changeLesson { $0.isComputing = false }
  }

  private mutating func changeLesson(_ change: (inout Lesson) -> Void) {
    guard case .lesson(var lesson) = stage else { return }
    change(&lesson)
    stage = .lesson(lesson)
  }

  /// Whether a message waits for its answer, and keys need not.
  package var isComputing: Bool { computation != nil }

  /// Takes over what was done beside the loop.
  ///
  /// - Returns: what is to be done outside.
  package mutating func finish(_ result: Job.Result) -> [Effect] {
    switch result.outcome {
    case .training(let training):
      changeLesson { $0.session?.finish(training, ofJob: result.number) }
      return []
    case .model(let model, let effects):
      guard let computation, computation.job == result.number else { return [] }
      let size = screen.size
      self = model
      let isResized = size != screen.size
      return effects + (isResized ? updateAtOnce(.resized(size)) : [])
        + computation.waiting.flatMap { update($0) }
    }
  }

  /// What is to be done beside the loop, which `finish` takes the result of; nil while it has
  /// nothing to do, and until then.
  package mutating func takeJob() -> Job? {
    if let computation {
      guard computation.job == nil else { return nil }
      jobCount += 1
      var model = self
      model.giveUp()
      model.changeLesson { $0.notice = nil }
      self.computation?.job = jobCount
      return Job(number: jobCount, task: .message(computation.message, model))
    }
    guard case .lesson(var lesson) = stage, let job = lesson.session?.takeJob(number: jobCount + 1)
    else { return nil }
    jobCount += 1
    stage = .lesson(lesson)
    return job
  }
}

extension Lesson {
  /// Whether a message may take longer than a key may wait.
  func computesLong(for message: Message) -> Bool {
    guard isLarge else { return false }
    switch message {
    case .sceneRead: return true
    case .tickElapsed: return pace.isPlaying
    case .keyPressed(let key): return computes(for: key)
    case .mouseMoved, .pasted, .resized, .workContinues, .sceneWritten, .passesTimed, .effectFailed:
      return false
    }
  }

  /// Whether a message changes nothing but what is seen of the lesson.
  func onlyLooks(_ message: Message) -> Bool {
    guard case .keyPressed(let key) = message, overlay == nil, entry == nil else { return false }
    return command(for: key)?.onlyLooks == true
  }

  /// Whether a run of the scene takes longer than about ten milliseconds.
  private var isLarge: Bool { run.scene.graph.work(to: run.output) > 16_000_000 }

  private func computes(for key: Key) -> Bool {
    switch overlay {
    case .training:
      // What goes back to the graph, or reads the whole scene again.
      return [.escape, .character("q"), .character("w"), .enter].contains(key)
    case .question: return true
    case .help, .mistakes: return false
    case nil: break
    }
    switch entry {
    case .value: return key == .enter
    case .search, .prefix: return false
    case nil: return command(for: key)?.computes == true
    }
  }

  private func command(for key: Key) -> Command? {
    KeyBinding.bound(to: key, isInspecting: inspector != nil)?.command(for: key)
  }
}

extension Command {
  /// Whether it makes a run, or reads tensors that were not read before.
  fileprivate var computes: Bool {
    switch self {
    case .forward, .back, .toPhaseEnd, .toPhaseStart, .toStart, .toEnd, .runUntilNext,
      .runUntilPrevious, .makeOutput, .nudge, .undo, .redo, .trainStep, .training, .toggleZeroing,
      .toggleScalars, .selectFirstNonFinite:
      true
    default: false
    }
  }

  /// Whether it changes nothing but what is seen.
  fileprivate var onlyLooks: Bool {
    switch self {
    case .select, .selectNextOnTape, .selectPreviousOnTape, .pan, .centre, .zoom, .fit,
      .toggleMinimap, .selectOutput, .selectStepNode, .toggleStepPanel, .toggleSourcePanel,
      .toggleDigits, .redraw:
      true
    default: false
    }
  }
}
