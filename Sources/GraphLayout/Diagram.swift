package import CellGrid

/// Boxes and the wires between them: what is to be drawn, without any place yet.
///
/// It knows no tensors and no colours. Boxes are in topological order, as on a tape: every wire
/// goes from a lower index to a higher one.
package struct Diagram: Hashable, Sendable {
  package var boxes: [Box]
  package var wires: [Wire]
  /// The columns between two ranks at least: room for what is written on a wire.
  package var leastGap: Int

  package init(boxes: [Box] = [], wires: [Wire] = [], leastGap: Int = 4) {
    self.boxes = boxes
    self.wires = wires
    self.leastGap = max(4, leastGap)
  }

  /// A rectangle with a port for every slot on its left border and one port on its right border.
  package struct Box: Hashable, Sendable {
    package var size: Size
    /// For each slot the row of its port, counted from the top of the box.
    package var inputs: [Int]
    /// Whether its wires may take these ports in any order, whichever crosses less.
    package var takesAnyOrder: Bool
    /// The row of the port on the right border, counted from the top of the box.
    package var output: Int

    package init(
      size: Size, inputs: [Int] = [], takesAnyOrder: Bool = false, output: Int = 1
    ) {
      self.size = size
      self.inputs = inputs
      self.takesAnyOrder = takesAnyOrder
      self.output = output
    }
  }

  /// One use of a box as an operand of another. `x*x` has two wires, one per slot.
  package struct Wire: Hashable, Sendable {
    package let from: Int
    package let to: Int
    package let slot: Int

    package init(from: Int, to: Int, slot: Int) {
      self.from = from
      self.to = to
      self.slot = slot
    }
  }
}

extension Diagram {
  /// The row of a slot's port as the box lists it; slots the box does not list use its first row
  /// inside the border.
  func inputRow(of wire: Wire) -> Int {
    let inputs = boxes[wire.to].inputs
    return inputs.indices.contains(wire.slot) ? inputs[wire.slot] : min(1, outputLimit(wire.to))
  }

  private func outputLimit(_ box: Int) -> Int { max(0, boxes[box].size.height - 1) }
}
