import Autograd

extension Training {
  /// The unit behind a dead element, `h[:, 3] is 0 for every sample of step 20`, where it is a `relu`
  /// that let nothing through; nil where the element goes other ways, too.
  func silencedUnit(of death: Death) -> String? {
    let latest = latest
    guard let (unit, isLayer) = unit(fedBy: death.parameter, latest.graph) else { return nil }
    let shape = latest.graph.shape(of: unit)
    let label = Labels(scene: scene)[unit]
    let values = latest.value(of: unit).elements
    if values.allSatisfy({ $0 == 0 }) { return "\(label) is 0 in step \(stepCount)" }
    guard isLayer, let width = shape.extents.last, width > 0,
      latest.graph.shape(of: death.parameter).extents.last == width
    else { return nil }
    let column = death.element % width
    guard stride(from: column, to: values.count, by: width).allSatisfy({ values[$0] == 0 }) else {
      return nil
    }
    let axes = Array(repeating: ":", count: shape.rank - 1) + ["\(column)"]
    let extent = shape.rank > 1 ? "for every sample of" : "in"
    return "\(label)[\(axes.joined(separator: ", "))] is 0 \(extent) step \(stepCount)"
  }

  /// The `relu` that a parameter feeds and nothing else, and whether the way there is that of a
  /// layer, `X @ W` and `+ b`: then the last axis of the parameter is that of the units.
  private func unit(fedBy parameter: NodeID, _ graph: Graph) -> (NodeID, isLayer: Bool)? {
    let consumers = Consumers(of: graph)
    var (node, isLayer) = (parameter, true)
    while consumers[node].count == 1, let use = consumers[node].first {
      switch (graph.operation(of: use.node).name, use.slot) {
      case ("relu", _): return (use.node, isLayer)
      case ("matmul", 1) where graph.shape(of: node).rank == 2: break
      case ("add", _): break
      default: isLayer = false
      }
      node = use.node
    }
    return nil
  }
}
