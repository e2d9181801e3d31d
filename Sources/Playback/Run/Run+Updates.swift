package import Autograd

/// What an optimizer makes of a parameter, worked out with the run: an update is a step like any
/// other, and going back is asking with a smaller number.
extension Run {
  struct Update: Sendable {
    let node: NodeID
    let value: Tensor
    /// What the optimizer keeps for it from then on, one list after the other.
    let kept: [Double]
    /// Nil for a number, and where there are no elements.
    let range: TensorRange?

    /// The value where it is a number; nan where it is a tensor.
    var number: Double { value.number ?? .nan }
  }

  /// - Parameter gradients: what the backward pass gave.
  static func updates(
    at moment: Moment, of graph: Graph, _ gradients: [Double]
  ) -> [Update] {
    moment.parameters.enumerated().map { place, node in
      let tensor = graph.leafTensor(of: node) ?? Tensor(.nan)
      let gradient =
        graph.gradient(of: node, in: gradients) ?? Tensor(repeating: 0, shape: tensor.shape)
      let (elements, kept) = moment.optimizer.updated(
        tensor.elements, gradient: gradient.elements, kept: moment.kept[place], rate: moment.rate,
        step: moment.step)
      let value = Tensor(elements, shape: tensor.shape)
      return Update(
        node: node, value: value, kept: kept,
        range: tensor.shape == .scalar ? nil : TensorRange(of: value))
    }
  }

  /// What a parameter's update made of it; nil for other nodes, and before.
  func update(of node: NodeID, at cursor: Int) -> Update? {
    guard cursor > updateStep, let place = moment?.place(of: node), cursor > updateStep + place
    else { return nil }
    return updates[place]
  }

  /// The output, or the sum of its elements: the loss of a step of training.
  package var loss: Double {
    isTensor(output) ? tensor(of: output).elements.reduce(0, +) : values[output.index]
  }

  /// Whether an update has given the parameter its value by `cursor`.
  package func isUpdated(_ node: NodeID, at cursor: Int) -> Bool {
    update(of: node, at: cursor) != nil
  }

  /// The node's value at a moment, whatever its shape, as `tensor(of:)` but for parameters behind
  /// their update.
  package func tensor(of node: NodeID, at cursor: Int) -> Tensor {
    update(of: node, at: cursor)?.value ?? tensor(of: node)
  }

  /// The range of a tensor's elements at a moment; nil for a number, and where there are none.
  package func range(of node: NodeID, at cursor: Int) -> TensorRange? {
    guard let update = update(of: node, at: cursor) else { return range(of: node) }
    return update.range
  }

  /// Whether the value comes from the step of training before, so that it is there from the start.
  func isTrained(_ node: NodeID) -> Bool {
    guard let moment, moment.step > 1 else { return false }
    return moment.place(of: node) != nil
  }
}
