import Autograd
import DataSets

extension Lowering {
  /// `mlp(x, [4, 4, 1])`: a layer for each number, each with a matrix of weights and a row of biases
  /// of its own, named after the definition: `y.0.W`, `y.0.b`, `y.1.W` ...
  mutating func network(_ call: Syntax.BuiltInCall, _ site: Site) -> Bool {
    let arguments = arguments(of: call, site.term, for: site.statement)
    do {
      return build(try NetworkPlan(arguments), arguments, site)
    } catch {
      report(error, of: arguments)
      return false
    }
  }

  private mutating func build(_ plan: NetworkPlan, _ arguments: Arguments, _ site: Site) -> Bool {
    guard let input = stack.popLast() else { return false }
    let shape = graph.shape(of: NodeID(rawValue: input))
    guard var width = shape.extents.last else {
      report(.productOfScalar(shape, shape), of: .matmul, site)
      return false
    }
    openGroup("mlp")
    stack.append(input)
    for (index, next) in plan.widths.enumerated() {
      let isLast = index == plan.widths.count - 1
      guard
        addLayer(index, width, next, plan, arguments, site),
        activate(isLast ? plan.output : plan.activation, site)
      else { return false }
      width = next
    }
    closeGroup()
    return true
  }

  private mutating func addLayer(
    _ index: Int, _ inputs: Int, _ outputs: Int, _ plan: NetworkPlan, _ arguments: Arguments,
    _ site: Site
  ) -> Bool {
    openGroup("linear")
    do {
      let values = LeafValues(limit: arguments.room - elementCount)
      let shape = try Arguments.shape(of: [inputs, outputs])
      guard hasRoom(site, for: shape) else { return false }
      let weights = try plan.weights(shape, index, values)
      name(append(weights, .parameter, literal: nil), "\(index).W", site)
      guard record(.matmul, count: 2, .none, site) else { return false }
      let biases = try values.zeros(Shape([outputs]))
      name(append(biases, .parameter, literal: nil), "\(index).b", site)
      guard record(.add, count: 2, .none, site) else { return false }
    } catch {
      report(error, of: arguments)
      return false
    }
    closeGroup()
    return true
  }

  /// Puts a parameter on the stack, under the name of the definition it belongs to.
  private mutating func name(_ node: Int32, _ suffix: String, _ site: Site) {
    let owner = site.statement.name >= 0 ? syntax.names[site.statement.name] : "mlp"
    details[Int(node)].name = "\(owner).\(suffix)"
    stack.append(node)
  }

  private mutating func activate(_ activation: Primitive?, _ site: Site) -> Bool {
    guard let activation else { return true }
    return record(activation, count: 1, .none, site)
  }
}

/// What the arguments of `mlp` say.
private struct NetworkPlan {
  let widths: [Int]
  let activation: Primitive?
  let output: Primitive?
  let seed: Int
  let initialization: String

  init(_ arguments: Arguments) throws(ArgumentMistake) {
    widths = (try? arguments.extents()) ?? []
    guard !widths.isEmpty, widths.allSatisfy({ $0 > 0 }), widths.count <= 1_000 else {
      throw ArgumentMistake("the layers of 'mlp'", "a list of whole numbers above 0, as [4, 4, 1]")
    }
    activation = try Self.function(arguments, "activation", none: "tanh")
    output = try Self.function(arguments, "output", none: "none")
    seed = try arguments.seed()
    initialization = try arguments.word("init") ?? "kaiming"
    guard ["kaiming", "xavier", "normal", "uniform", "zeros"].contains(initialization) else {
      throw ArgumentMistake("init", "kaiming, xavier, normal, uniform or zeros")
    }
  }

  private static func function(
    _ arguments: Arguments, _ name: String, none: String
  ) throws(ArgumentMistake) -> Primitive? {
    let word = try arguments.word(name) ?? none
    if word == "none" { return nil }
    guard let primitive = Primitive.named(word), primitive.arity == 1 else {
      throw ArgumentMistake(name, "a function of one number, as tanh or relu, or none")
    }
    return primitive
  }

  func weights(_ shape: Shape, _ layer: Int, _ values: LeafValues) throws -> Tensor {
    let seed = seed &+ layer
    switch initialization {
    case "xavier": return try values.xavier(shape, seed: seed)
    case "normal": return try values.randn(shape, seed: seed)
    case "uniform": return try values.uniform(shape, seed: seed, low: -1, high: 1)
    case "zeros": return try values.zeros(shape)
    default: return try values.kaiming(shape, seed: seed)
    }
  }
}
