import RandomNumbers

@testable import Autograd

extension SplitMix64 {
  /// Between -2 and 2, and by chance far enough from every kink.
  mutating func tensor(_ shape: Shape, from low: Double = -2, to high: Double = 2) -> Tensor {
    Tensor((0..<shape.count).map { _ in low + (high - low) * unit() }, shape: shape)
  }

  /// Up to three axes of 0 to 4 elements; every sixth axis is empty, and every third has one.
  mutating func shape(maximumRank: Int = 3, smallest: Int = 0) -> Shape {
    Shape((0..<below(maximumRank + 1)).map { _ in extent(smallest: smallest) })
  }

  mutating func extent(smallest: Int = 0) -> Int {
    switch below(6) {
    case 0: max(smallest, 0)
    case 1, 2: 1
    default: 2 + below(3)
    }
  }

  /// A shape that this one is stretched to, or that is stretched to it.
  mutating func partner(of shape: Shape) -> Shape {
    var extents = Array(shape.extents.dropFirst(below(shape.rank + 1)))
    for axis in extents.indices where below(3) == 0 { extents[axis] = 1 }
    return Shape(extents)
  }
}

/// One application of a primitive: operands that fit it, drawn at random.
struct Trial: CustomStringConvertible {
  let primitive: Primitive
  let x: Tensor
  let y: Tensor?
  let attribute: Attribute

  var operands: [Tensor] { [x] + (y.map { [$0] } ?? []) }
  var description: String {
    "\(primitive.name) \(x.shape) \(y.map { "\($0.shape)" } ?? "") \(attribute)"
  }

  /// The graph whose last node is the primitive, applied to inputs.
  func graph() throws -> (graph: Graph, operands: [NodeID], out: NodeID) {
    var graph = Graph()
    let nodes = operands.map { graph.input($0) }
    let out = try graph.apply(
      primitive, nodes[0], nodes.count > 1 ? nodes[1] : nil, attribute: attribute)
    return (graph, nodes, out)
  }

  /// The sum of the output weighted by `weights`, as a function of the operands.
  func value(_ operands: [Tensor], weights: Tensor) throws -> Double {
    let trial = Trial(
      primitive: primitive, x: operands[0], y: operands.count > 1 ? operands[1] : nil,
      attribute: attribute)
    let (graph, _, out) = try trial.graph()
    let value = graph.value(of: out, in: graph.forward())
    return zip(value.elements, weights.elements).map { $0 * $1 }.reduce(0, +)
  }
}

extension Trial {
  /// Fifty and more of each primitive.
  static func all(of primitive: Primitive, count: Int = 60) -> [Trial] {
    var random = SplitMix64(seed: UInt64(primitive.id) &+ 1)
    return (0..<count).map { _ in random.trial(of: primitive) }
  }
}

extension SplitMix64 {
  fileprivate mutating func trial(of primitive: Primitive) -> Trial {
    if primitive.isElementwise { return elementwise(primitive) }
    switch primitive.name {
    case "matmul": return product(primitive)
    case "concat": return join(primitive)
    case "one_hot":
      let x = shape()
      let labels = Tensor((0..<x.count).map { _ in Double(below(4)) }, shape: x)
      return Trial(primitive: primitive, x: labels, y: nil, attribute: .count(3))
    case "index":
      let x = shape(smallest: 1)
      let places = x.extents.prefix(below(x.rank + 1)).map { place(extent: $0) }
      return Trial(primitive: primitive, x: tensor(x), y: nil, attribute: .places(places))
    case "reshape":
      let x = shape()
      let extents = [x.extents.reversed(), [-1], [1, x.count]][x.count == 0 ? 2 : below(3)]
      return Trial(primitive: primitive, x: tensor(x), y: nil, attribute: .extents(extents))
    case "squeeze":
      return Trial(primitive: primitive, x: tensor(shape()), y: nil, attribute: .axis(nil))
    case "transpose":
      return Trial(primitive: primitive, x: tensor(shape()), y: nil, attribute: .none)
    default:
      let needsElements = primitive.name == "max" || primitive.name == "min"
      let x = shape(smallest: needsElements ? 1 : 0)
      let axis = x.rank == 0 || below(3) == 0 ? nil : below(2 * x.rank) - x.rank
      return Trial(primitive: primitive, x: tensor(x), y: nil, attribute: .axis(axis))
    }
  }

  /// Operands near a sample of the row, so that they are inside the domain and off the kinks.
  private mutating func elementwise(_ primitive: Primitive) -> Trial {
    let sample = primitive.samples[below(primitive.samples.count)]
    let x = shape()
    func near(_ number: Double, _ shape: Shape) -> Tensor {
      Tensor((0..<shape.count).map { _ in number * (1 + 0.02 * unit()) }, shape: shape)
    }
    guard primitive.arity == 2 else {
      return Trial(primitive: primitive, x: near(sample[0], x), y: nil, attribute: .none)
    }
    let y = partner(of: x)
    let operands = below(2) == 0 ? (x, y) : (y, x)
    return Trial(
      primitive: primitive, x: near(sample[0], operands.0), y: near(sample[1], operands.1),
      attribute: .none)
  }

  private mutating func product(_ primitive: Primitive) -> Trial {
    let (rows, inner, columns) = (extent(), extent(), extent())
    let stack = shape(maximumRank: 2)
    let other = partner(of: stack)
    let left = below(4) == 0 ? Shape([inner]) : Shape(stack.extents + [rows, inner])
    let right = below(4) == 0 ? Shape([inner]) : Shape(other.extents + [inner, columns])
    return Trial(primitive: primitive, x: tensor(left), y: tensor(right), attribute: .none)
  }

  private mutating func join(_ primitive: Primitive) -> Trial {
    var x = shape()
    while x.rank == 0 { x = shape() }
    let axis = below(x.rank)
    var extents = x.extents
    extents[axis] = extent()
    return Trial(
      primitive: primitive, x: tensor(x), y: tensor(Shape(extents)), attribute: .axis(axis))
  }

  private mutating func place(extent: Int) -> Attribute.Place {
    switch below(3) {
    case 0: .at(below(2 * extent) - extent)
    case 1: .range(start: below(extent + 2) - 1, end: below(extent + 2) - 1)
    default: .range(start: nil, end: nil)
    }
  }
}
