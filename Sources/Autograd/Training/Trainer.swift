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
  public internal(set) var stepCount = 0

  /// Of a graph of numbers.
  var scheduled: ScheduledPasses?
  /// Of a graph with tensors.
  var buffered: BufferedPasses?
  /// What the optimizer keeps: a list for all numbers of all parameters, and behind it the next.
  var kept: [Double]
  /// Where each parameter begins in a list, and where the list ends.
  private let starts: [Int]
  /// Which numbers of the parameters got a gradient when.
  var receipts: Receipts
  /// Whether the parameters have gradients of a backward pass that were not set to 0.
  var carriesGradients = false

  public init(_ graph: Graph, output: NodeID, optimizer: Optimizer, rate: Double) {
    self.graph = graph
    self.output = output
    self.optimizer = optimizer
    self.rate = rate
    let parameters = graph.parameters(of: output)
    self.parameters = parameters
    var starts = [0]
    for parameter in parameters {
      starts.append(starts[starts.count - 1] + graph.shape(of: parameter).count)
    }
    self.starts = starts
    kept = Array(repeating: 0, count: starts[parameters.count] * optimizer.stateCount)
    receipts = Receipts(count: starts[parameters.count])
    if graph.isScalar {
      scheduled = ScheduledPasses(graph, output: output, parameters: parameters)
    } else {
      buffered = BufferedPasses(graph, output: output, parameters: parameters)
    }
  }
}

extension Trainer {
  /// Computes every value up to the loss, and returns it.
  public mutating func forward() -> Double {
    scheduled?.forward()
    buffered?.forward(graph)
    return loss
  }

  /// The loss of the last forward pass: the output, or the sum of its elements.
  public var loss: Double { value(of: output).elements.reduce(0, +) }

  /// Sets the gradients of the parameters to 0. Where this is left out, the next backward pass adds
  /// to what they are.
  public mutating func zeroGradients() { carriesGradients = false }

  /// Computes the gradients; those of the parameters begin with what was not set to 0.
  public mutating func backward() {
    scheduled?.backward(carrying: carriesGradients)
    buffered?.backward(graph, carrying: carriesGradients)
    carriesGradients = true
  }

  /// Changes every parameter by its gradient, which stays until it is set to 0.
  public mutating func update() {
    stepCount += 1
    let (optimizer, rate, count) = (optimizer, rate, starts[parameters.count])
    let step = stepCount
    kept.withUnsafeMutableBufferPointer { kept in
      let rule = Optimizer.Update(optimizer, rate: rate, step: step, kept: kept, distance: count)
      scheduled?.update(&graph, by: rule, noting: &receipts, of: step)
      buffered?.update(&graph, by: rule, noting: &receipts, of: step)
    }
  }

  /// One whole step.
  ///
  /// - Returns: the loss before the update.
  public mutating func step(zeroesGradients: Bool = true) -> Double {
    let loss = forward()
    if zeroesGradients { zeroGradients() }
    backward()
    update()
    return loss
  }
}

extension Trainer {
  /// The gradient a parameter has after the backward pass.
  public func gradient(of parameter: NodeID) -> Tensor {
    if let gradient = scheduled?.gradient(of: parameter) { return Tensor(gradient) }
    return buffered.flatMap { graph.gradient(of: parameter, in: $0.gradients) } ?? Tensor(.nan)
  }

  /// One element of the gradient a parameter has after the backward pass.
  public func gradientElement(_ place: Int, of parameter: NodeID) -> Double {
    if let gradient = scheduled?.gradient(of: parameter) { return gradient }
    return buffered.flatMap {
      graph.gradientElement(place, of: parameter, in: $0.gradients)
    } ?? .nan
  }

  /// A node's value after the forward pass.
  public func value(of node: NodeID) -> Tensor {
    if let value = scheduled?.value(of: node) { return Tensor(value) }
    return buffered.map { graph.value(of: node, in: $0.values) } ?? Tensor(.nan)
  }

  /// The lists the optimizer keeps for a parameter, named as `Optimizer.stateNames` does.
  public func kept(for parameter: NodeID) -> [Tensor] {
    guard let index = parameters.firstIndex(of: parameter) else { return [] }
    let shape = graph.shape(of: parameter)
    return keptPlaces(of: index).map { Tensor(Array(kept[$0]), shape: shape) }
  }

  /// For each element of a parameter, the last update whose gradient was not 0, from 1; 0 where
  /// there was none.
  ///
  /// - Parameter index: the place among `parameters`.
  package func lastReceived(byParameter index: Int) -> some Sequence<Int> {
    (starts[index]..<starts[index + 1]).lazy.map { [receipts] in Int(receipts.last(at: $0)) }
  }

  /// Where the lists for a parameter lie.
  func keptPlaces(of index: Int) -> [Range<Int>] {
    (0..<optimizer.stateCount).map { list in
      let first = list * starts[parameters.count]
      return first + starts[index]..<first + starts[index + 1]
    }
  }

  /// Puts other samples into a leaf, of the same shape.
  public mutating func setLeaf(_ tensor: Tensor, of node: NodeID) {
    graph.setLeaf(tensor, of: node)
    scheduled?.takeLeaf(node, of: graph)
  }

  /// Puts some rows of a tensor into a leaf that has room for as many.
  ///
  /// - Precondition: the tensor has these rows, each as wide as the leaf's.
  public mutating func fill(_ node: NodeID, with rows: [Int], of source: Tensor) {
    let width = source.shape.count / max(1, source.shape.extents[0])
    source.elements.withUnsafeBufferPointer { source in
      graph.changeLeaf(node) { elements in
        guard let elements = elements.baseAddress, let source = source.baseAddress else { return }
        for (place, row) in rows.enumerated() {
          (elements + place * width).update(from: source + row * width, count: width)
        }
      }
    }
    scheduled?.takeLeaf(node, of: graph)
  }
}
