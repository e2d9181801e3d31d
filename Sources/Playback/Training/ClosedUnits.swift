import Autograd
import SceneLanguage

/// The `relu`s that all ways from a parameter to the loss go through, with what they gave in the step
/// made last.
///
/// A gradient of 0 alone does not say that a unit is dead: where every margin is kept, no loss is left
/// and no gradient either.
struct ClosedUnits {
  private let gates: [Gate]
  private let scene: Scene
  private let step: Int

  private struct Gate {
    let node: NodeID
    let values: Tensor
    /// Whether the way there is that of a layer, `X @ W` and `+ b`: then the last axis of the
    /// parameter is that of the units.
    let isOfLayer: Bool
  }

  /// Nil where a way goes past them.
  init?(behind parameter: NodeID, _ consumers: Consumers, of training: Training) {
    let latest = training.latest
    let graph = latest.graph
    var gates: [Gate] = []
    var seen: Set<NodeID> = []
    var open = [(node: parameter, isOfLayer: true)]
    while let (node, isOfLayer) = open.popLast() {
      guard node != latest.output else { return nil }
      for use in consumers[node]
      where use.node <= latest.output && seen.insert(use.node).inserted {
        switch (graph.operation(of: use.node).name, use.slot) {
        case ("relu", _):
          gates.append(
            Gate(
              node: use.node, values: latest.value(of: use.node), isOfLayer: isOfLayer))
        case ("matmul", 1) where graph.shape(of: node).rank == 2, ("add", _):
          open.append((use.node, isOfLayer))
        default: open.append((use.node, false))
        }
      }
    }
    guard !gates.isEmpty else { return nil }
    (self.gates, scene, step) = (gates, training.scene, training.stepCount)
  }

  /// Whether nothing comes through for an element of the parameter.
  func areClosed(for element: Int, of shape: Shape) -> Bool {
    gates.allSatisfy { gate in
      let values = gate.values.elements
      guard let column = column(of: element, shape, at: gate) else {
        return values.allSatisfy { $0 == 0 }
      }
      return stride(from: column.index, to: values.count, by: column.count)
        .allSatisfy { values[$0] == 0 }
    }
  }

  /// The unit of an element, `h[:, 3] is 0 for every sample of step 20`; nil where there are several.
  func sentence(for element: Int, of shape: Shape) -> String? {
    guard gates.count == 1, let gate = gates.first else { return nil }
    let label = Labels(scene: scene)[gate.node]
    guard let column = column(of: element, shape, at: gate),
      gate.values.elements.contains(where: { $0 != 0 })
    else { return "\(label) is 0 in step \(step)" }
    let axes = Array(repeating: ":", count: gate.values.shape.rank - 1) + ["\(column.index)"]
    let extent = gate.values.shape.rank > 1 ? "for every sample of" : "in"
    return "\(label)[\(axes.joined(separator: ", "))] is 0 \(extent) step \(step)"
  }

  /// The unit that an element belongs to, among how many; nil where that is not known.
  private func column(of element: Int, _ shape: Shape, at gate: Gate) -> (index: Int, count: Int)? {
    guard gate.isOfLayer, let width = gate.values.shape.extents.last, width > 0,
      shape.extents.last == width
    else { return nil }
    return (element % width, width)
  }
}
