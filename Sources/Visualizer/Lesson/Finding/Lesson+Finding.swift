import Autograd
import Playback
import SceneLanguage

extension Lesson {
  mutating func find(_ command: Command, screen: Screenful) {
    switch command {
    case .search:
      entry = .search(Search(origin: chosen))
      return
    case .prefix(let key):
      entry = .prefix(key)
      return
    case .nextMatch: searchAgain(by: 1)
    case .previousMatch: searchAgain(by: -1)
    case .selectOutput: chosen = run.output
    case .selectStepNode: chosen = focus
    case .selectFirstNonFinite: selectFirstNonFinite()
    case .selectOperand(let number): selectOperand(number)
    case .selectConsumer(let number): selectConsumer(number)
    case .selectionBack: revisit { $0.back() }
    case .selectionForward: revisit { $0.forward() }
    case .mark(let direction): return mark(direction)
    default: break
    }
    viewport.followAgain()
    follow(on: screen)
  }

  /// The first value on the tape that is nan or infinite; else the gradient that became so first,
  /// which is the last one on the tape.
  private mutating func selectFirstNonFinite() {
    let cursor = player.cursor
    let gradients = run.scene.graph.nodes.reversed().lazy
    let node =
      run.firstNonFinite(at: cursor)
      ?? gradients.first { run.hasNonFiniteGradient($0, at: cursor) }
    if let node { chosen = node } else { say("Every number known so far is finite.") }
  }

  private mutating func selectOperand(_ number: Int) {
    let operands = picture.operands(of: selected)
    guard operands.indices.contains(number - 1) else {
      return say("\(run.labels[selected]) has \(operands.count.counted("operand")).")
    }
    chosen = operands[number - 1]
  }

  private mutating func selectConsumer(_ number: Int) {
    let consumers = firstConsumers(of: selected)
    guard consumers.indices.contains(number - 1) else {
      return say("\(run.labels[selected]) has \(consumers.count.counted("consumer")).")
    }
    chosen = consumers[number - 1]
  }

  /// The consumers a digit chooses from, each once even where it uses the node twice.
  func firstConsumers(of node: NodeID) -> [NodeID] {
    var consumers: [NodeID] = []
    for use in picture.consumersShown(of: node) where consumers.last != use {
      guard consumers.count < Key.digits.count else { break }
      consumers.append(use)
    }
    return consumers
  }

  private mutating func revisit(_ move: (inout SelectionHistory) -> Void) {
    move(&history)
    chosen = history.current
    if chosen == nil { say("The selection follows the step.") }
    noteLeftOut()
  }

  /// Marks what the selection depends on, or what depends on it; the same again unmarks.
  mutating func mark(_ direction: Lineage.Direction) {
    guard lineage?.direction != direction else {
      lineage = nil
      return
    }
    let lineage = Lineage(direction, of: selected, in: run.scene.graph)
    self.lineage = lineage
    say(sentence(about: lineage))
  }

  private func sentence(about lineage: Lineage) -> String {
    lineage.sentence(label: run.labels[lineage.node])
  }

  /// Lets what hangs on the selection follow it: its history, and the marks with their count.
  mutating func noteSelection() {
    if case .search = entry {
    } else if chosen != history.current {
      history.visit(chosen)
      noteLeftOut()
    }
    guard let before = lineage, before.node != selected else { return }
    let isSaid = notice?.text == sentence(about: before).sanitized
    let lineage = Lineage(before.direction, of: selected, in: run.scene.graph)
    self.lineage = lineage
    if notice == nil || isSaid { say(sentence(about: lineage)) }
  }
}
