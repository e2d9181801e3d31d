import CellGrid
import Visualizer

/// Waits for what happens outside, tells the model, performs what it wants, and draws.
struct EventLoop: ~Copyable {
  var screen: Screen
  var model: Model
  var decoder = InputDecoder()
  var doubleClick = DoubleClick()
  var timers: Timers
  var scene: WatchedScene?
  /// Nil where there can be none: then jobs keep keys waiting.
  let worker = Worker()
  private var isWorkerBusy = false
  /// Whether something happened that the picture may show.
  private var isPictureDue = true
  /// Set once the program is to end; nothing is drawn or performed afterwards.
  var ending: Ending?

  /// How a run came to its end.
  enum Ending: Equatable {
    case quit
    case signal(Int32)
    /// The terminal is gone.
    case hungUp
  }

  init(screen: consuming Screen, model: Model, escapeDelay: Int) {
    self.screen = screen
    self.model = model
    timers = Timers(escapeDelay: escapeDelay)
  }

  mutating func run(startingWith effects: [Effect], scene: WatchedScene?) -> Ending {
    self.scene = scene
    timers.watch(isWanted: scene != nil, at: Clock.now)
    tell(.resized(screen.adoptWindowSize()))
    perform(effects)
    while true {
      if let ending { return ending }
      startJob()
      if let ending { return ending }
      if isPictureDue {
        screen.draw(model.view(size: screen.size))
        isPictureDue = false
      }
      // Everything that has arrived is told before the next picture: a held key or a row of
      // resizes costs one picture, a single key does not wait for company.
      let events = wait()
      takeIn(events)
      if events.isEmpty, isFreeToWork { tell(.workContinues) }
    }
  }

  /// Whether the model wants to go on with something, and no sequence of bytes is half read: what
  /// takes seconds would keep an Esc waiting that is already there.
  var isFreeToWork: Bool { model.hasWork && decoder.patience == .none }

  /// Whether there is a job to begin.
  var isJobDue: Bool { model.isComputing && !isWorkerBusy }

  mutating func tell(_ message: Message) {
    guard ending == nil else { return }
    isPictureDue = true
    perform(model.update(message))
  }

  private mutating func startJob() {
    guard !isWorkerBusy, let job = model.takeJob() else { return }
    guard let worker, worker.start(job) else { return finish(job.run()) }
    isWorkerBusy = true
    // Most answers are there before anybody would see that they are computed.
    if job.isAnswer, worker.isDone(within: 15) { takeResult() }
  }

  private mutating func takeResult() {
    guard let result = worker?.fetch() else { return }
    isWorkerBusy = false
    finish(result)
  }

  private mutating func finish(_ result: Job.Result) {
    isPictureDue = true
    perform(model.finish(result))
  }

  private mutating func takeIn(_ events: Events) {
    let now = Clock.now
    if events.isJobDone { takeResult() }
    if !events.signals.isEmpty { isPictureDue = true }
    for signal in events.signals { receive(signal) }
    if !events.bytes.isEmpty { receive(decoder.feed(events.bytes), at: now) }
    if events.isHungUp, ending == nil { ending = .hungUp }
    if timers.escapeIsDue(at: now, isFresh: !events.bytes.isEmpty, patience: decoder.patience) {
      receive(decoder.giveUpWaiting(), at: now)
    }
    if timers.tickIsDue(at: now) { tell(.tickElapsed) }
    if timers.lookIsDue(at: now) { lookAtScene() }
  }

  private mutating func receive(_ inputs: [Input], at moment: Int) {
    for input in inputs {
      switch input {
      case .key(let key): tell(.keyPressed(key))
      case .mouse(let event): tell(.mouseMoved(doubleClick.judge(event, at: moment)))
      case .pasted(let text): tell(.pasted(text))
      }
    }
  }
}
