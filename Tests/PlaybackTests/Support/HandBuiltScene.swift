import Autograd
import RandomNumbers
import Testing

@testable import SceneLanguage

/// A scene made without text, for what does not depend on the language.
struct HandBuiltScene {
  private var graph = Graph()
  private var names: [String?] = []

  mutating func input(_ name: String?, _ value: Double) -> NodeID {
    names.append(name)
    return graph.input(value)
  }

  mutating func constant(_ value: Double) -> NodeID {
    names.append(nil)
    return graph.constant(value)
  }

  mutating func apply(
    _ primitive: String, _ x: NodeID, _ y: NodeID? = nil, named name: String? = nil
  ) throws -> NodeID {
    let row = try #require(Primitive.named(primitive))
    names.append(name)
    return graph.apply(row, x, y)
  }

  func scene(output: NodeID) -> Scene {
    Scene(
      source: Source(name: "hand-built", text: ""), title: "", introduction: [], graph: graph,
      output: output,
      details: names.enumerated().map { index, name in
        Scene.NodeDetail(name: name, statement: Int32(index), body: -1, group: -1, literal: nil)
      },
      statements: names.indices.map { Scene.Statement(line: $0 + 1, note: nil) }, bodies: [],
      groups: [],
      expectations: [], training: nil, folds: [])
  }
}

extension HandBuiltScene {
  /// `L = x * x` at 3.
  static func square() throws -> Scene {
    var scene = HandBuiltScene()
    let x = scene.input("x", 3)
    let output = try scene.apply("multiply", x, x, named: "L")
    return scene.scene(output: output)
  }

  /// The chain `L = -log σ(w·x²)`.
  static func chain() throws -> Scene {
    var scene = HandBuiltScene()
    let x = scene.input("x", 2)
    let w = scene.input("w", 0.5)
    let two = scene.constant(2)
    let a = try scene.apply("pow", x, two, named: "a")
    let b = try scene.apply("multiply", w, a, named: "b")
    let c = try scene.apply("sigmoid", b, named: "c")
    let g = try scene.apply("log", c, named: "g")
    let output = try scene.apply("negate", g, named: "L")
    return scene.scene(output: output)
  }

  /// A random graph with repeats, constants, nodes off the path and an output before the end.
  static func random(seed: UInt64) throws -> Scene {
    var random = SplitMix64(seed: seed)
    var scene = HandBuiltScene()
    var nodes: [NodeID] = []
    for index in 0..<Int.random(in: 1...4, using: &random) {
      nodes.append(scene.input("x\(index)", Double.random(in: -2...2, using: &random)))
    }
    nodes.append(scene.constant(Double.random(in: -2...2, using: &random)))
    for index in 0..<Int.random(in: 1...24, using: &random) {
      let x = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let y = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let primitive = ["add", "subtract", "multiply", "tanh", "negate"][
        Int.random(in: 0..<5, using: &random)]
      let isUnary = primitive == "tanh" || primitive == "negate"
      let name = Bool.random(using: &random) ? "v\(index)_" : nil
      nodes.append(try scene.apply(primitive, x, isUnary ? nil : y, named: name))
    }
    return scene.scene(
      output: nodes[Int.random(in: (nodes.count / 2)..<nodes.count, using: &random)])
  }

  static func all() throws -> [Scene] {
    [try square(), try chain()] + (try (1...60).map { try random(seed: $0) })
  }
}
