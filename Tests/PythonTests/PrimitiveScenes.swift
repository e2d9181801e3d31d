import Autograd
import Export
import Playback

/// Every primitive at its samples, at its kinks and far out, a scene for each point: numbers of
/// one size are compared by all of their digits.
enum PrimitiveScenes {
  static func programs(for library: PythonLibrary) throws -> [PythonProgram] {
    try Primitive.elementwise.flatMap { primitive in
      try points(of: primitive).map { operands in
        let run = try run(scene(primitive, at: operands))
        return PythonProgram(run, named: "\(primitive.name) \(operands)", library: library)
      }
    }
  }

  /// `L = 3 * primitive(x, y)`, so that what comes from above is not 1.
  private static func scene(_ primitive: Primitive, at operands: [Double]) -> String {
    var graph = Graph()
    let leaves = operands.map { graph.input($0) }
    let out = graph.apply(primitive, leaves[0], leaves.count == 1 ? nil : leaves[1])
    let output = graph.apply(.multiply, graph.constant(3), out)
    return graph.sceneText(output: output)
  }

  /// Where conventions decide: 0, ties, the ends of domains, exponents that are whole numbers.
  private static func points(of primitive: Primitive) -> [[Double]] {
    let corners: [Double] = [0, -0.0, 1, -1, 2]
    if primitive.arity == 1 {
      return primitive.samples + (corners + [1e-9, 10, -20, 30, -40]).map { [$0] }
    }
    // Without a kink there is nothing to choose.
    guard primitive.kink(x: 1, y: 1) != nil else { return primitive.samples }
    let pairs: [[Double]] = (corners + [-2]).flatMap { x in (corners + [0.5, -3]).map { [x, $0] } }
    return primitive.samples + pairs
  }
}
