/// Trains the parameters of a graph, a step at a time, in memory that stays.
///
/// ```swift
/// var trainer = Trainer(graph, output: L, optimizer: .sgd, rate: 0.1)
/// let loss = trainer.forward()
/// trainer.zeroGradients()
/// trainer.backward()
/// trainer.update()
/// ```
///
/// A step is deterministic: the same state gives the same next one, bit by bit. The state is small,
/// the parameters and what the optimizer keeps for them, so it can be put aside and taken up again.
public struct Trainer: Sendable {
  /// With the parameters as training has left them.
  public private(set) var graph: Graph
  public let output: NodeID
  public let parameters: [NodeID]
  public let optimizer: Optimizer
  public var rate: Double
  /// How many updates were made.
  public private(set) var stepCount = 0

  private let receives: [Bool]
  private var values: [Double]
  private var gradients: [Double]
  private var scratch: [Double]
  /// What the optimizer keeps for each parameter, one list after the other.
  private var kept: [[Double]]
  /// The gradients that were not set to 0 before the backward pass, which adds to them; empty where
  /// they were.
  private var carried: [[Double]] = []

  public init(_ graph: Graph, output: NodeID, optimizer: Optimizer, rate: Double) {
    self.graph = graph
    self.output = output
    self.optimizer = optimizer
    self.rate = rate
    let receives = graph.receivesGradient(from: output)
    let parameters = graph.nodes.filter {
      graph.operation(of: $0) == .parameter && receives[$0.index]
    }
    (self.receives, self.parameters) = (receives, parameters)
    kept = parameters.map {
      Array(repeating: 0, count: graph.shape(of: $0).count * optimizer.stateCount)
    }
    values = graph.forward()
    let gradientCount = graph.tensors.map { $0.gradientCount + 1 } ?? graph.count
    gradients = [Double](repeating: 0, count: gradientCount)
    scratch = [Double](
      repeating: 0, count: graph.tensors.map { graph.largestReceiver(receives, $0) } ?? 0)
  }
}

extension Trainer {
  /// Computes every value up to the loss, and returns it.
  public mutating func forward() -> Double {
    graph.recompute(&values, nodes: 0..<output.index + 1)
    return loss
  }

  /// The loss of the last forward pass: the output, or the sum of its elements.
  public var loss: Double {
    graph.isScalar
      ? values[output.index] : graph.value(of: output, in: values).elements.reduce(0, +)
  }

  /// Sets the gradients of the parameters to 0. Where this is left out, the next backward pass adds
  /// to what they are.
  public mutating func zeroGradients() { carried = [] }

  /// Computes the gradients, and adds those of the parameters to what was not set to 0.
  public mutating func backward() {
    graph.backward(
      from: output, receives: receives, values: values, into: &gradients, scratch: &scratch)
    for (index, carried) in carried.enumerated() {
      let start = graph.gradientStart(of: parameters[index])
      for element in carried.indices { gradients[start + element] += carried[element] }
    }
  }

  /// Changes every parameter by its gradient, which stays until it is set to 0.
  public mutating func update() {
    updateParameters()
    keepGradients()
  }

  private mutating func updateParameters() {
    stepCount += 1
    for index in parameters.indices { update(index) }
  }

  private mutating func update(_ index: Int) {
    let start = graph.gradientStart(of: parameters[index])
    let (optimizer, rate, step) = (optimizer, rate, stepCount)
    gradients.withUnsafeBufferPointer { gradients in
      kept[index].withUnsafeMutableBufferPointer { kept in
        graph.changeLeaf(parameters[index]) { elements in
          let gradient = UnsafeBufferPointer(rebasing: gradients[start..<start + elements.count])
          optimizer.update(elements, gradient: gradient, kept: kept, rate: rate, step: step)
        }
      }
    }
    if graph.isScalar {
      values[parameters[index].index] = graph.leafValue(of: parameters[index]) ?? .nan
    }
  }

  private mutating func keepGradients() {
    carried = parameters.map { gradient(of: $0).elements }
  }

  /// One whole step.
  ///
  /// - Returns: the loss before the update.
  public mutating func step(zeroesGradients: Bool = true) -> Double {
    let loss = forward()
    if zeroesGradients { zeroGradients() }
    backward()
    updateParameters()
    if !zeroesGradients { keepGradients() }
    return loss
  }
}

extension Trainer {
  /// The gradient a node has after the backward pass.
  public func gradient(of node: NodeID) -> Tensor {
    graph.gradient(of: node, in: gradients) ?? Tensor(repeating: 0, shape: graph.shape(of: node))
  }

  /// A node's value after the forward pass.
  public func value(of node: NodeID) -> Tensor { graph.value(of: node, in: values) }

  /// The lists the optimizer keeps for a parameter, named as `Optimizer.stateNames` does.
  public func kept(for parameter: NodeID) -> [Tensor] {
    guard let index = parameters.firstIndex(of: parameter) else { return [] }
    let shape = graph.shape(of: parameter)
    return (0..<optimizer.stateCount).map { list in
      Tensor(Array(kept[index][list * shape.count..<(list + 1) * shape.count]), shape: shape)
    }
  }

  /// Puts other samples into a leaf, of the same shape.
  public mutating func setLeaf(_ tensor: Tensor, of node: NodeID) {
    graph.setLeaf(tensor, of: node)
    if graph.isScalar { values[node.index] = tensor.elements[0] }
  }

  /// Puts some rows of a tensor into a leaf that has room for as many.
  public mutating func fill(_ node: NodeID, with rows: [Int], of source: Tensor) {
    let width = source.shape.count / max(1, source.shape.extents[0])
    source.elements.withUnsafeBufferPointer { source in
      graph.changeLeaf(node) { elements in
        for (place, row) in rows.enumerated() {
          for column in 0..<width {
            elements[place * width + column] = source[row * width + column]
          }
        }
      }
    }
  }

  /// What a step of training changes.
  public struct State: Hashable, Sendable {
    /// How many updates were made.
    public let stepCount: Int
    /// The parameters, in the order of `Trainer.parameters`.
    public let parameters: [Tensor]
    let kept: [[Double]]
    let carried: [[Double]]
  }

  /// What to go on from. Setting it asks for a state of a trainer of the same graph and optimizer.
  public var state: State {
    get {
      State(
        stepCount: stepCount,
        parameters: parameters.map { graph.leafTensor(of: $0) ?? Tensor(.nan) }, kept: kept,
        carried: carried)
    }
    set {
      (stepCount, kept, carried) = (newValue.stepCount, newValue.kept, newValue.carried)
      for (node, tensor) in zip(parameters, newValue.parameters) { setLeaf(tensor, of: node) }
    }
  }
}
