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
    var tangents = [Double](repeating: 0, count: count)
    var moves = [Bool](repeating: false, count: count)
    for node in 0..<count {
      guard codes[node] < Self.constantCode else {
        tangents[node] = direction[node]
        moves[node] = direction[node] != 0
        continue
      }
      let primitive = Primitive(id: codes[node])
      let (x, y) = (Int(first[node]), Int(second[node]))
      let (dx, dy) = (tangents[x], y < 0 ? 0 : tangents[y])
      let (xMoves, yMoves) = (moves[x], y >= 0 && moves[y])
      guard xMoves || yMoves else { continue }
      moves[node] = true
      func change(_ slot: Int, _ rate: Double) -> Double {
        rate
          * primitive.derivative(
            slot: slot, x: values[x], y: y < 0 ? 0 : values[y], out: values[node])
      }
      tangents[node] =
        !yMoves ? change(0, dx) : !xMoves ? change(1, dy) : change(0, dx) + change(1, dy)
    }
    return tangents
  }
}
