/// The backward pass of a schedule in the order of its tape: the local derivatives, and which node
/// hands its gradient to which.
struct TapeOrder {
  /// One contribution or two of a node, by positions in the schedule.
  private struct Edges {
    let from: Int32
    let first: Int32
    let second: Int32
  }

  /// From the output down the tape.
  private let edges: [Edges]
  /// The nodes' derivatives by their operands, by position, those by the second ones behind.
  private var locals: [Double]

  init(_ schedule: Schedule, of graph: Graph, receives: [Bool]) {
    let nobody = Int32(schedule.count)
    func place(_ operand: Int32) -> Int32 {
      guard operand >= 0, receives[Int(operand)] else { return nobody }
      return Int32(schedule.position(of: NodeID(rawValue: operand)))
    }
    edges = graph.nodes.reversed().compactMap { node in
      let index = node.index
      guard receives[index], graph.codes[index] < Graph.constantCode else { return nil }
      return Edges(
        from: Int32(schedule.position(of: node)), first: place(graph.first[index]),
        second: place(graph.second[index]))
    }
    locals = [Double](repeating: 0, count: 2 * schedule.count)
  }

  mutating func withLocals(_ body: (LocalDerivatives) -> Void) {
    let count = locals.count / 2
    locals.withUnsafeMutableBufferPointer { locals in
      guard let first = locals.baseAddress else { return }
      body(LocalDerivatives(first: first, second: first + count))
    }
  }

  /// Multiplies and adds, from the output down the tape, slots in order.
  func add(along gradients: UnsafeMutablePointer<Double>) {
    let count = locals.count / 2
    locals.withUnsafeBufferPointer { locals in
      for edge in edges {
        let from = Int(edge.from)
        let upstream = gradients[from]
        gradients[Int(edge.first)] += upstream * locals[from]
        gradients[Int(edge.second)] += upstream * locals[count + from]
      }
    }
  }
}

/// Where a schedule's local derivatives are written, by the node's position.
struct LocalDerivatives {
  /// By the first operand.
  let first: UnsafeMutablePointer<Double>
  /// By the second operand; left alone where there is none.
  let second: UnsafeMutablePointer<Double>
}
