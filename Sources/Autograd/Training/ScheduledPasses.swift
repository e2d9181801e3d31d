/// Passes over a graph of numbers by a schedule.
struct ScheduledPasses: Sendable {
  private var schedule: Schedule
  private let parameters: [Int]
  private let places: [Int]
  /// The parameters' numbers and gradients side by side, while they are updated.
  private var elements: [Double]
  private var gradients: [Double]

  init(_ graph: Graph, output: NodeID, parameters: [NodeID]) {
    let schedule = Schedule(graph, output: output)
    self.schedule = schedule
    self.parameters = parameters.map(\.index)
    places = parameters.map { schedule.position(of: $0) }
    elements = Array(repeating: 0, count: parameters.count)
    gradients = elements
  }

  mutating func forward() { schedule.forward() }

  /// - Parameter carrying: whether contributions are added to the gradients the parameters have.
  mutating func backward(carrying: Bool) {
    schedule.backward(carrying: carrying ? places : [])
  }

  func value(of node: NodeID) -> Double { schedule.value(of: node) }
  func gradient(of node: NodeID) -> Double { schedule.gradient(of: node) }

  /// What a leaf of the graph is now.
  mutating func takeLeaf(_ leaf: NodeID, of graph: Graph) {
    schedule.setLeafValue(graph.leafValues[leaf.index], of: leaf)
  }

  mutating func setGradient(_ elements: [Double], of node: NodeID) {
    schedule.gradients[schedule.position(of: node)] = elements[0]
  }

  /// Updates all parameters at once.
  mutating func update(
    _ graph: inout Graph, by rule: Optimizer.Update, noting receipts: inout Receipts, of step: Int
  ) {
    for (index, place) in places.enumerated() {
      elements[index] = schedule.values[place]
      gradients[index] = schedule.gradients[place]
    }
    elements.withUnsafeMutableBufferPointer { elements in
      gradients.withUnsafeBufferPointer {
        rule.change(elements, gradient: $0, keptFrom: 0)
        receipts.note($0, from: 0, step: Int32(clamping: step))
      }
    }
    for index in parameters.indices {
      schedule.values[places[index]] = elements[index]
      graph.leafValues[parameters[index]] = elements[index]
    }
  }
}
