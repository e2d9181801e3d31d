/// A connected part of a diagram, with the places its boxes and wires have in the whole.
struct DiagramPart: Sendable {
  let diagram: Diagram
  let boxes: [Int]
  let wires: [Int]
}

extension Diagram {
  /// The connected parts, ordered by their first boxes.
  func connectedParts() -> [DiagramPart] {
    let numbers = partNumbers()
    let count = (numbers.max() ?? -1) + 1
    if count == 1 {
      return [DiagramPart(diagram: self, boxes: Array(boxes.indices), wires: Array(wires.indices))]
    }
    return parts(count, numbered: numbers)
  }

  /// The boxes of each number with the wires between them; a box with the number -1 is in no part.
  func parts(_ count: Int, numbered numbers: [Int]) -> [DiagramPart] {
    var boxesOfPart = [[Int]](repeating: [], count: count)
    var wiresOfPart = [[Int]](repeating: [], count: count)
    var local = [Int](repeating: 0, count: boxes.count)
    for (box, number) in numbers.enumerated() where number >= 0 {
      local[box] = boxesOfPart[number].count
      boxesOfPart[number].append(box)
    }
    for (index, wire) in wires.enumerated() {
      let number = numbers[wire.to]
      if number >= 0, numbers[wire.from] == number { wiresOfPart[number].append(index) }
    }
    return (0..<count).map { part in
      let inner = wiresOfPart[part].map { index in
        let wire = wires[index]
        return Wire(from: local[wire.from], to: local[wire.to], slot: wire.slot)
      }
      return DiagramPart(
        diagram: Diagram(
          boxes: boxesOfPart[part].map { boxes[$0] }, wires: inner,
          leastGap: leastGap),
        boxes: boxesOfPart[part], wires: wiresOfPart[part])
    }
  }

  private func partNumbers() -> [Int] {
    var leader = Array(boxes.indices)
    func root(_ box: Int) -> Int {
      var box = box
      while leader[box] != box {
        leader[box] = leader[leader[box]]
        box = leader[box]
      }
      return box
    }
    for wire in wires {
      let (one, other) = (root(wire.from), root(wire.to))
      leader[max(one, other)] = min(one, other)
    }
    var number = [Int](repeating: 0, count: boxes.count)
    var count = 0
    for box in boxes.indices {
      let first = root(box)
      if first == box {
        number[box] = count
        count += 1
      } else {
        number[box] = number[first]
      }
    }
    return number
  }
}
