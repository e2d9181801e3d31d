extension Graph {
  /// Forward mode: how fast every node changes when the leaves change at the rates in `direction`.
  ///
  /// One pass gives ∂node/∂x for *all* nodes and one leaf `x` (rate 1 at `x`, 0 elsewhere), where
  /// `backward` gives ∂output/∂node for one output and all nodes.
  ///
  /// A node that depends on no moving leaf has tangent 0, also where a derivative is infinite.
  ///
  /// - Parameter direction: one rate a node; those of computed nodes are not read.
  public func tangents(along direction: [Double], values: [Double]) -> [Double] {
    var tangents = Tangents(count: count)
    for node in 0..<count where codes[node] >= Self.constantCode {
      tangents.set(direction[node], at: node)
    }
    push(&tangents, through: 0..<count, values: values)
    return tangents.rates
  }

  /// Forward mode from one node, a leaf or a computed one: ∂node/∂x for all nodes. What `x` is
  /// computed from stands still.
  public func tangents(from x: NodeID, values: [Double]) -> [Double] {
    var tangents = Tangents(count: count)
    tangents.set(1, at: x.index)
    push(&tangents, through: x.index + 1..<count, values: values)
    return tangents.rates
  }

  /// The pushforward of every computed node of a stretch of the tape, in its order.
  private func push(_ tangents: inout Tangents, through nodes: Range<Int>, values: [Double]) {
    for node in nodes where codes[node] < Self.constantCode {
      let (x, y) = (Int(first[node]), Int(second[node]))
      let (xMoves, yMoves) = (tangents.moves[x], y >= 0 && tangents.moves[y])
      guard xMoves || yMoves else { continue }
      let primitive = Primitive(id: codes[node])
      func change(_ slot: Int, _ operand: Int) -> Double {
        tangents.rates[operand]
          * primitive.derivative(
            slot: slot, x: values[x], y: y < 0 ? 0 : values[y], out: values[node])
      }
      tangents.rates[node] =
        !yMoves ? change(0, x) : !xMoves ? change(1, y) : change(0, x) + change(1, y)
      tangents.moves[node] = true
    }
  }
}

/// The rate at which each node changes, and whether anything it depends on moves at all.
private struct Tangents {
  var rates: [Double]
  var moves: [Bool]

  init(count: Int) {
    rates = [Double](repeating: 0, count: count)
    moves = [Bool](repeating: false, count: count)
  }

  mutating func set(_ rate: Double, at node: Int) {
    rates[node] = rate
    moves[node] = rate != 0
  }
}
