/// One product of the sum that makes an element of a contribution.
public struct CellTerm: Hashable, Sendable {
  /// The place among the consumer's elements.
  public let out: Int
  /// The consumer's gradient there.
  public let upstream: Double
  /// ∂out/∂operand of the two elements.
  public let derivative: Double
  /// The place among the elements of the other operand that the two meet with; nil where there is
  /// no other.
  public let partner: Int?

  package init(out: Int, upstream: Double, derivative: Double, partner: Int?) {
    self.out = out
    self.upstream = upstream
    self.derivative = derivative
    self.partner = partner
  }

  /// What the product adds.
  public var amount: Double { upstream * derivative }
}

extension Graph {
  /// The sum that makes one element of what an edge passes back: a product for every element of the
  /// consumer that reads it, in their order. It is one column of the Jacobian, without its zeros.
  ///
  /// A matrix product's is a row of one factor times one of the gradient; that of an operand which
  /// was stretched has a product for each of its copies.
  ///
  /// - Parameters:
  ///   - element: the place among the elements of `arc.to`, which must have it.
  ///   - values, gradients: what `forward()` and `tensorBackward` gave.
  public func cells(
    of arc: Arc, element: Int, values: [Double], gradients: [Double]
  ) -> [CellTerm] {
    guard case .primitive(let primitive) = operation(of: arc.from) else { return [] }
    guard let tensors else {
      return [
        CellTerm(
          out: 0, upstream: gradients[arc.from.index],
          derivative: localDerivative(of: arc, primitive, values),
          partner: primitive.arity > 1 ? 0 : nil)
      ]
    }
    let start = tensors.gradientStarts[arc.from.index]
    guard let application = tensors.application(of: arc.from.index) else {
      let derivative = numbers(at: arc.from, tensors, values) { numbers in
        primitive.derivative(
          slot: arc.slot, x: numbers.x[0], y: primitive.arity > 1 ? numbers.y[0] : 0,
          out: numbers.out[0])
      }
      return [
        CellTerm(
          out: 0, upstream: gradients[start], derivative: derivative ?? 0,
          partner: primitive.arity > 1 ? 0 : nil)
      ]
    }
    var terms: [CellTerm] = []
    _ = numbers(at: arc.from, tensors, values) { numbers in
      func add(_ out: Int, _ derivative: Double, _ partner: Int?) {
        terms.append(
          CellTerm(
            out: out, upstream: gradients[start + out], derivative: derivative, partner: partner))
      }
      if let rule = primitive.tensorRule {
        rule.forEachCell(application, numbers, slot: arc.slot, element: element) {
          let partner =
            rule is MatrixProductRule
            ? application.factor(besides: arc.slot, element, in: $0.out) : nil
          add($0.out, $0.derivative, partner)
        }
        return
      }
      for out in application.operand(arc.slot).copies(of: element, in: application.out) {
        let x = application.x.origin(of: out, in: application.out)
        let y = application.y.origin(of: out, in: application.out)
        add(
          out,
          primitive.derivative(
            slot: arc.slot, x: numbers.x[x], y: primitive.arity > 1 ? numbers.y[y] : 0,
            out: numbers.out[out]),
          primitive.arity > 1 ? (arc.slot == 0 ? y : x) : nil)
      }
    }
    return terms
  }

  private func localDerivative(of arc: Arc, _ primitive: Primitive, _ values: [Double]) -> Double {
    let operands = operands(of: arc.from)
    return primitive.derivative(
      slot: arc.slot, x: values[operands[0].index],
      y: operands.count > 1 ? values[operands[1].index] : 0, out: values[arc.from.index])
  }

  /// Hands on where the numbers at a node lie.
  func numbers<Result>(
    at node: NodeID, _ columns: TensorColumns, _ values: [Double], _ body: (Numbers) -> Result
  ) -> Result? {
    var result: Result?
    withPass(columns, values) { pass in
      result = pass.read(first[node.index]) { x in
        pass.read(second[node.index]) { y in
          pass.read(node.rawValue) { body(Numbers(x: x, y: y, out: $0)) }
        }
      }
    }
    return result
  }
}

extension Application {
  /// What an element of one factor of a matrix product is multiplied by for an element of the
  /// product.
  fileprivate func factor(besides slot: Int, _ element: Int, in out: Int) -> Int {
    let rows = x.rank > 1 ? x.extents[x.rank - 2] : 1
    let inner = x.extents[x.rank - 1]
    let columns = y.rank > 1 ? y.extents[y.rank - 1] : 1
    let (left, right) = (Shape(Array(x.extents.dropLast(2))), Shape(Array(y.extents.dropLast(2))))
    let stack = left.broadcast(with: right) ?? .scalar
    let (layer, place) = out.quotientAndRemainder(dividingBy: rows * columns)
    let (row, column) = place.quotientAndRemainder(dividingBy: columns)
    guard slot == 0 else {
      let k = element % (inner * columns) / columns
      return (left.origin(of: layer, in: stack) * rows + row) * inner + k
    }
    return (right.origin(of: layer, in: stack) * inner + element % inner) * columns + column
  }
}

extension Shape {
  /// The elements of a tensor this shape is stretched to that are copies of one of its own, in their
  /// order.
  func copies(of element: Int, in out: Shape) -> [Int] {
    let (own, strides) = (strides, out.strides)
    var places = [0]
    for axis in 0..<out.rank {
      let place = axis - (out.rank - rank)
      if place >= 0, extents[place] == out.extents[axis] {
        let index = element / own[place] % extents[place]
        for i in places.indices { places[i] += index * strides[axis] }
      } else {
        places = places.flatMap { start in
          (0..<out.extents[axis]).map { start + $0 * strides[axis] }
        }
      }
    }
    return places
  }

  /// The element of which one of a tensor this shape is stretched to is a copy.
  func origin(of element: Int, in out: Shape) -> Int {
    let (own, strides) = (strides, out.strides)
    return (0..<rank).reduce(0) { sum, place in
      guard extents[place] > 1 else { return sum }
      let axis = place + out.rank - rank
      return sum + element / strides[axis] % out.extents[axis] * own[place]
    }
  }
}
