import Autograd
import CellGrid
import GraphLayout
import Playback

extension Lesson {
  mutating func step(_ command: Command, screen: Screenful) -> [Effect] {
    let wasPlaying = pace.isPlaying
    pace.pause()
    change = nil
    looksAtSelection = false
    switch command {
    case .forward, .toPhaseEnd:
      if player.isAtEnd { enterNextTrainingStep(screen: screen) } else { move(command) }
    case .back, .toPhaseStart:
      if player.isAtStart { enterPreviousTrainingStep(screen: screen) } else { move(command) }
    case .toStart:
      if player.isAtStart { enterScene(at: 0, screen: screen) }
      player.toStart()
    case .toEnd: player.toEnd()
    case .runUntilNext:
      chosen = selected
      if !player.runUntilNext(selected) {
        say("\(run.labels[selected]) has no later step of its own.")
      }
    case .runUntilPrevious:
      chosen = selected
      if !player.runUntilPrevious(selected) {
        say("\(run.labels[selected]) has no earlier step of its own.")
      }
    default: break
    }
    follow(on: screen)
    return wasPlaying ? [.tick(everyMilliseconds: nil)] : []
  }

  /// Moves by a level or a phase, inside of the run.
  private mutating func move(_ command: Command) {
    switch command {
    case .forward(let level): player.forward(level, whereShown: shows)
    case .back(let level): player.back(level, whereShown: shows)
    case .toPhaseEnd: player.toPhaseEnd()
    default: player.toPhaseStart()
    }
  }

  mutating func control(_ command: Command, screen: Screenful) -> [Effect] {
    switch command {
    case .toggleBreakpoint:
      let node = selected
      let isSet = !player.breakpoints.contains(node)
      player.breakpoints.removeAll { $0 == node }
      if isSet { player.breakpoints.append(node) }
      let label = run.labels[node]
      say(isSet ? "Playing stops at \(label)." : "No breakpoint on \(label) any more.")
      return []
    case .togglePlay where pace.isPlaying:
      pace.pause()
      return [.tick(everyMilliseconds: nil)]
    case .togglePlay:
      if player.isAtEnd { enterNextTrainingStep(screen: screen) }
      guard !player.isAtEnd else { return [] }
      pace.play()
    case .slower:
      pace.slower()
      say(pace.isSlowest ? "The slowest pace." : "Slower: \(pace.milliseconds) ms a step.")
    case .faster:
      pace.faster()
      say(pace.isFastest ? "The fastest pace." : "Faster: \(pace.milliseconds) ms a step.")
    default: break
    }
    return pace.isPlaying ? [.tick(everyMilliseconds: pace.milliseconds)] : []
  }

  /// One step of playing by itself.
  mutating func tick(on screen: Screenful) -> [Effect] {
    guard pace.isPlaying else { return [.tick(everyMilliseconds: nil)] }
    change = nil
    looksAtSelection = false
    let goesOn = player.advance(whereShown: shows)
    refreshSearch()
    follow(on: screen)
    guard !goesOn else { return [] }
    pace.pause()
    if player.breakpoints.contains(focus) {
      say("Stopped at the breakpoint on \(run.labels[focus]).")
    }
    return [.tick(everyMilliseconds: nil)]
  }

  /// Keeps what was moved last in sight: the boxes of the step, or the selection.
  mutating func follow(on screen: Screenful) {
    let visible = arrangement(on: screen).graph.size
    viewport.follow(placeToSee(in: visible), drawing: picture.drawing.size, visible: visible)
  }

  /// The same with the boxes that feed the inspected element, as many as fit.
  private mutating func placeToSee(in visible: Size) -> Rect {
    guard inspector != nil, pending == nil else { return place }
    lastLooked = looked
    return lit.compactMap { picture.place(of: $0.node) }.reduce(place) { seen, box in
      let both = seen.union(box)
      return both.size.width <= visible.width && both.size.height <= visible.height ? both : seen
    }
  }

  /// The rectangle of the drawing that matters now; where that is left out, the node whose paths
  /// are shown.
  var place: Rect {
    placeInSight ?? picture.scope.paths.flatMap { picture.place(of: $0.node) }
      ?? Rect(origin: .zero, size: .zero)
  }

  private var placeInSight: Rect? {
    guard !looksAtSelection, case .contribution(let arrival)? = player.current?.kind else {
      return picture.place(of: looksAtSelection ? selected : focus)
    }
    return picture.places(of: arrival.contribution)
  }
}
