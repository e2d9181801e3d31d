extension Trainer {
  /// What a step of training changes.
  public struct State: Hashable, Sendable {
    /// How many updates were made.
    public let stepCount: Int
    /// The parameters, in the order of `Trainer.parameters`.
    public let parameters: [Tensor]
    /// What the optimizer keeps for each of them, one list after the other.
    package let kept: [[Double]]
    /// What the last step left of the gradient of each of them; empty before the first one.
    package let carried: [[Double]]
    /// When each of their numbers got a gradient last.
    let receipts: Receipts
  }

  /// What to go on from. Setting it asks for a state of a trainer of the same graph and optimizer.
  public var state: State {
    get {
      State(
        stepCount: stepCount,
        parameters: parameters.map { graph.leafTensor(of: $0) ?? Tensor(.nan) },
        kept: parameters.indices.map { index in keptPlaces(of: index).flatMap { kept[$0] } },
        carried: carriesGradients ? parameters.map { gradient(of: $0).elements } : [],
        receipts: receipts)
    }
    set {
      stepCount = newValue.stepCount
      receipts = newValue.receipts
      carriesGradients = !newValue.carried.isEmpty
      for (index, parameter) in parameters.enumerated() {
        setLeaf(newValue.parameters[index], of: parameter)
        var rest = newValue.kept[index][...]
        for place in keptPlaces(of: index) {
          kept.replaceSubrange(place, with: rest.prefix(place.count))
          rest = rest.dropFirst(place.count)
        }
        guard carriesGradients else { continue }
        scheduled?.setGradient(newValue.carried[index], of: parameter)
        buffered?.setGradient(newValue.carried[index], of: parameter, graph)
      }
    }
  }
}
