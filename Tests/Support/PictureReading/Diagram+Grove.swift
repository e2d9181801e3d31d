import CellGrid
package import GraphLayout
import RandomNumbers

extension Diagram {
  /// A random diagram of two to five large parts, each with one result, whose results are joined:
  /// one after the other or all in one box. Some parts are alike but for the widths of their boxes;
  /// now and then one box is read by two of them, so that neither is for its result alone.
  package static func grove(seed: UInt64) -> Diagram {
    var generator = SplitMix64(seed: seed)
    var diagram = Diagram()
    var results: [Int] = []
    var pattern = seed
    for _ in 0..<Int.random(in: 2...5, using: &generator) {
      if Bool.random(using: &generator) { pattern += 1000 }
      results.append(diagram.addTree(seed: pattern))
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      results.append(diagram.add([results[0], Int.random(in: 0..<20, using: &generator)]))
    }
    if Bool.random(using: &generator) {
      _ = diagram.add(results)
    } else {
      let last = results.dropFirst().reduce(results[0]) { diagram.add([$0, $1]) }
      _ = diagram.add([last, last])
    }
    return diagram
  }

  private mutating func add(_ operands: [Int], height: Int = 4) -> Int {
    let rows = max(height, operands.count + 2)
    let width = 8 + boxes.count % 7
    boxes.append(
      Box(
        size: Size(width: width, height: rows), inputs: Array(1...max(1, operands.count)),
        takesAnyOrder: operands.count == 2))
    for (slot, operand) in operands.enumerated() {
      wires.append(Wire(from: operand, to: boxes.count - 1, slot: slot))
    }
    return boxes.count - 1
  }

  /// Adds 95 to 150 boxes that all lead to the last one, which is returned.
  private mutating func addTree(seed: UInt64) -> Int {
    var generator = SplitMix64(seed: seed)
    var unread: [Int] = []
    var all: [Int] = []
    for _ in 0..<Int.random(in: 95...125, using: &generator) {
      let count = all.count < 4 ? 0 : [0, 1, 2, 2].randomElement(using: &generator) ?? 0
      let operands = (0..<count).map { slot in
        slot == 0 && unread.count > 3
          ? unread.removeFirst() : all.suffix(12).randomElement(using: &generator) ?? all[0]
      }
      unread.removeAll(where: operands.contains)
      all.append(add(operands, height: Int.random(in: 3...5, using: &generator)))
      unread.append(all[all.count - 1])
    }
    while unread.count > 1 {
      unread.append(add([unread.removeFirst(), unread.removeFirst()]))
    }
    return unread[0]
  }
}
