/// The elements of the operands that one term of an element's value is made of.
public struct CellOrigin: Hashable, Sendable {
  /// The place among the first operand's elements; nil where the term reads none of them.
  public let x: Int?
  /// The place among the second operand's.
  public let y: Int?
}

extension Graph {
  /// The elements of its operands that an element of a computed node is made of, term by term: the
  /// factors of each product of a matrix product, the elements a reduction goes over, the one that
  /// a rearrangement moves.
  ///
  /// - Parameter values: what `forward()` gave.
  public func origins(of node: NodeID, element: Int, values: [Double]) -> [CellOrigin] {
    guard case .primitive(let primitive) = operation(of: node) else { return [] }
    guard let tensors, let application = tensors.application(of: node.index) else {
      return [CellOrigin(x: 0, y: primitive.arity > 1 ? 0 : nil)]
    }
    guard let rule = primitive.tensorRule else {
      let out = application.out
      return [
        CellOrigin(
          x: application.x.origin(of: element, in: out),
          y: primitive.arity > 1 ? application.y.origin(of: element, in: out) : nil)
      ]
    }
    if rule is MatrixProductRule { return application.factors(of: element) }
    if rule is any Reduction {
      let runs = AxisRuns(application.x, axis: application.axis)
      return runs.elements(of: element).map { CellOrigin(x: $0, y: nil) }
    }
    if rule is SoftmaxRule {
      let runs = AxisRuns(application.x, axis: application.axis)
      return runs.elements(of: runs.run(of: element)).map { CellOrigin(x: $0, y: nil) }
    }
    return moved(node, application, rule, element, values)
  }

  /// Where a rearrangement takes an element from: it is linear, and carries along the number of each
  /// place.
  private func moved(
    _ node: NodeID, _ application: Application, _ rule: any TensorRule, _ element: Int,
    _ values: [Double]
  ) -> [CellOrigin] {
    guard let tensors else { return [] }
    let counts = [application.x.count, second[node.index] < 0 ? 0 : application.y.count]
    for slot in 0..<2 where counts[slot] > 0 {
      let numbers = (1...counts[slot]).map(Double.init)
      var out = [Double](repeating: 0, count: application.out.count)
      _ = self.numbers(at: node, tensors, values) { place in
        numbers.withUnsafeBufferPointer { rates in
          out.withUnsafeMutableBufferPointer { out in
            guard let rates = rates.baseAddress, let out = out.baseAddress else { return }
            rule.pushforward(application, place, slot: slot, rates: rates, addingTo: out)
          }
        }
      }
      guard out.indices.contains(element), out[element] > 0 else { continue }
      let origin = Int(out[element]) - 1
      return [slot == 0 ? CellOrigin(x: origin, y: nil) : CellOrigin(x: nil, y: origin)]
    }
    return []
  }
}

extension Application {
  /// The factors of each product that a matrix product adds up for an element.
  fileprivate func factors(of element: Int) -> [CellOrigin] {
    let rows = x.rank > 1 ? x.extents[x.rank - 2] : 1
    let inner = x.extents[x.rank - 1]
    let columns = y.rank > 1 ? y.extents[y.rank - 1] : 1
    let left = Shape(Array(x.extents.dropLast(2)))
    let right = Shape(Array(y.extents.dropLast(2)))
    guard let stack = left.broadcast(with: right), rows * columns > 0 else { return [] }
    let (layer, place) = element.quotientAndRemainder(dividingBy: rows * columns)
    let (row, column) = place.quotientAndRemainder(dividingBy: columns)
    let (first, second) = (left.origin(of: layer, in: stack), right.origin(of: layer, in: stack))
    return (0..<inner).map { k in
      CellOrigin(
        x: (first * rows + row) * inner + k, y: (second * inner + k) * columns + column)
    }
  }
}
