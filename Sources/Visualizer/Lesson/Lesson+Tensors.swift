import Autograd
import CellGrid
import GraphLayout
import Playback

extension Lesson {
  /// The explanation of a step, with what it depends on besides the run.
  struct Told: Sendable {
    let step: Int
    let digits: Digits
    let explanation: Explanation
  }

  /// What the step panel says of a step, worked out once: of tensors it takes products of matrices.
  func explanation(of step: Step) -> Explanation {
    if let told, told.step == step.index, told.digits == digits { return told.explanation }
    return run.explanation(of: step.index, digits: digits)
  }

  /// Reads what the next frames show of tensors, each only once.
  mutating func lookAtTensors(on screen: Screenful) {
    lastLooked = looked
    guard run.hasTensors else { return }
    let sight = Rect(origin: viewport.offset, size: arrangement(on: screen).graph.size)
    for index in picture.drawing.boxes(in: sight) where picture.boxes[index].kind != .stub {
      let node = picture.node(ofBox: index)
      guard run.isTensor(node) else { continue }
      let size =
        picture.boxes[index].face?.grid(inShades: screen.symbols.hasShades)
        ?? Size(width: 1, height: 1)
      for field in Field.allCases { look(at: node, field, size: size) }
    }
    guard let step = player.current, told?.step != step.index || told?.digits != digits else {
      return
    }
    told = Told(
      step: step.index, digits: digits,
      explanation: run.explanation(of: step.index, digits: digits))
  }

  private mutating func look(at node: NodeID, _ field: Field, size: Size) {
    let cursor = player.cursor
    guard let key = TensorGlances.Key(node, field, size: size, of: run, at: cursor) else { return }
    glances.take(key, of: run, at: cursor)
  }

  /// There is another run.
  mutating func forgetTensors() {
    glances.forget()
    told = nil
    lastLooked = nil
  }
}
