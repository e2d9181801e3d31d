/// Passes over a graph with tensors, in memory that stays.
struct BufferedPasses: Sendable {
  private let output: NodeID
  private let leads: [Bool]
  private let parameters: [NodeID]
  private(set) var values: [Double]
  private(set) var gradients: [Double]
  private var scratch: [Double]

  init(_ graph: Graph, output: NodeID, parameters: [NodeID]) {
    (self.output, self.parameters) = (output, parameters)
    let leads = graph.leadsToParameter(from: output)
    self.leads = leads
    let columns = graph.tensors
    values = [Double](repeating: 0, count: (columns?.valueCount ?? 0) + 1)
    gradients = [Double](repeating: 0, count: (columns?.gradientCount ?? 0) + 1)
    scratch = [Double](
      repeating: 0,
      count: columns.map { graph.largestReceiver(leads, $0, carrying: parameters) } ?? 1)
  }

  mutating func forward(_ graph: Graph) {
    graph.recompute(&values, nodes: 0..<output.index + 1)
  }

  /// - Parameter carrying: whether contributions are added to the gradients the parameters have.
  mutating func backward(_ graph: Graph, carrying: Bool) {
    guard let columns = graph.tensors else { return }
    gradients.withUnsafeMutableBufferPointer { gradients in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let gradients = gradients.baseAddress, let scratch = scratch.baseAddress else {
          return
        }
        graph.withPass(columns, values) { pass in
          pass.backward(
            from: output, receives: leads, gradients: gradients, scratch: scratch,
            carrying: carrying ? parameters : [])
        }
      }
    }
  }

  mutating func setGradient(_ elements: [Double], of node: NodeID, _ graph: Graph) {
    let start = graph.gradientStart(of: node)
    gradients.replaceSubrange(start..<start + elements.count, with: elements)
  }

  /// Updates one parameter after the other where it lies.
  func update(
    _ graph: inout Graph, by rule: Optimizer.Update, noting receipts: inout Receipts, of step: Int
  ) {
    var start = 0
    gradients.withUnsafeBufferPointer { gradients in
      for parameter in parameters {
        let first = graph.gradientStart(of: parameter)
        graph.changeLeaf(parameter) { elements in
          let gradient = UnsafeBufferPointer(
            rebasing: gradients[first..<first + elements.count])
          rule.change(elements, gradient: gradient, keptFrom: start)
          if elements.count <= Receipts.most {
            receipts.note(gradient, from: start, step: Int32(clamping: step))
          }
          start += elements.count
        }
      }
    }
  }
}
