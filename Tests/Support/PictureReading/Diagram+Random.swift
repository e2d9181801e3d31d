import CellGrid
package import GraphLayout
import RandomNumbers

extension Diagram {
  /// A random diagram of 5 to 60 boxes of many sizes: some sources, some repeats, some boxes that
  /// are used by many, and now and then one that is connected to nothing.
  package static func random(seed: UInt64) -> Diagram {
    var generator = SplitMix64(seed: seed)
    var diagram = Diagram()
    let count = Int.random(in: 5...60, using: &generator)
    let reach = Bool.random(using: &generator) ? count : 8
    for box in 0..<count {
      let slots = box == 0 ? 0 : [0, 1, 1, 2, 2, 2, 3].randomElement(using: &generator) ?? 0
      let height = slots + Int.random(in: 2...4, using: &generator)
      let rows = Array(1...max(1, height - 2)).shuffled(using: &generator)
      diagram.boxes.append(
        Box(
          size: Size(width: Int.random(in: 7...20, using: &generator), height: max(3, height)),
          inputs: rows.prefix(slots).sorted(),
          takesAnyOrder: Bool.random(using: &generator),
          output: rows.randomElement(using: &generator) ?? 1))
      for slot in 0..<slots {
        let from = Int.random(in: max(0, box - reach)..<box, using: &generator)
        diagram.wires.append(Wire(from: from, to: box, slot: slot))
      }
    }
    return diagram
  }
}
