import Autograd
import RandomNumbers
import SceneLanguage

/// 60,000 rows of 784 numbers through 50 hidden units to one, by mean squared error.
struct Regression {
  private var trainer: Trainer
  private let names: [String: NodeID]
  private let withInput: Bool

  init(withInput: Bool) throws {
    let scene = try Scene.benchmark(
      """
      \(withInput ? "param" : "const") X = zeros(60000, 784)
      const Y = zeros(60000, 1)
      param W1 = zeros(784, 50)
      param b1 = zeros(50)
      param W2 = zeros(50, 1)
      param b2 = zeros(1)
      L = mse(linear(relu(linear(X, W1, b1)), W2, b2), Y)
      """)
    self.withInput = withInput
    names = scene.names
    trainer = Trainer(scene.graph, output: scene.output, optimizer: .sgd, rate: 0)
    fill("X", seed: 1, scale: 2)
    fill("Y", seed: 2, scale: 2)
    fill("W1", seed: 3, scale: 0.125)
    fill("W2", seed: 4, scale: 0.5)
  }

  private mutating func fill(_ name: String, seed: UInt64, scale: Double) {
    guard let node = names[name] else { return }
    trainer.setLeaf(.benchmark(trainer.graph.shape(of: node), seed: seed, scale: scale), of: node)
  }

  mutating func run() -> Double {
    var checksum = trainer.forward()
    trainer.zeroGradients()
    trainer.backward()
    checksum += sum("W1", through: 784 * 50)
    return withInput ? checksum + sum("X", through: 100 * 784) : checksum
  }

  private func sum(_ name: String, through count: Int) -> Double {
    guard let node = names[name] else { return .nan }
    return (0..<count).reduce(0) { $0 + trainer.gradientElement($1, of: node).magnitude }
  }
}

/// One epoch of mini-batches, each with an update.
struct Epoch {
  private let samples: Tensor
  private let target: Tensor
  private let start: Trainer
  private let rest: Trainer
  private let names: [String: NodeID]

  init() throws {
    let scene = try Scene.benchmark(Self.text(rows: 64))
    let smaller = try Scene.benchmark(Self.text(rows: 60_000 % 64))
    names = scene.names
    samples = .benchmark(Shape([60_000, 784]), seed: 1, scale: 2)
    var classes = [Double](repeating: 0, count: 600_000)
    for row in 0..<60_000 { classes[10 * row + row * 7 % 10] = 1 }
    target = Tensor(classes, shape: Shape([60_000, 10]))
    var trainer = Trainer(scene.graph, output: scene.output, optimizer: .sgd, rate: 0.1)
    for (name, seed, scale) in [("W1", 5 as UInt64, 0.125), ("W2", 6, 0.5)] {
      guard let node = names[name] else { continue }
      trainer.setLeaf(.benchmark(trainer.graph.shape(of: node), seed: seed, scale: scale), of: node)
    }
    start = trainer
    rest = Trainer(smaller.graph, output: smaller.output, optimizer: .sgd, rate: 0.1)
  }

  private static func text(rows: Int) -> String {
    """
    const x = zeros(\(rows), 784)
    const y = zeros(\(rows), 10)
    param W1 = zeros(784, 100)
    param b1 = zeros(100)
    param W2 = zeros(100, 10)
    param b2 = zeros(10)
    L = nll(log_softmax(linear(relu(linear(x, W1, b1)), W2, b2)), y)
    """
  }

  func run() -> Double {
    var trainer = start
    var total = 0.0
    for first in stride(from: 0, to: 60_000 - 63, by: 64) {
      total += step(&trainer, rows: first..<first + 64)
    }
    var smaller = rest
    smaller.state = trainer.state
    return total + step(&smaller, rows: 60_000 - 60_000 % 64..<60_000)
  }

  private func step(_ trainer: inout Trainer, rows: Range<Int>) -> Double {
    for (name, source) in [("x", samples), ("y", target)] {
      if let node = names[name] { trainer.fill(node, with: Array(rows), of: source) }
    }
    return trainer.step()
  }
}

extension Scene {
  /// A scene that is known to be one.
  fileprivate static func benchmark(_ text: String) throws -> Scene {
    let source = Source(name: "benchmark", text: text)
    var options = LoadOptions()
    options.maximumTensorBytes = 1 << 31
    switch load(source, options: options) {
    case .scene(let scene): return scene
    case .mistakes(let mistakes):
      throw Disagreement(
        description: mistakes.map { $0.rendered(in: source) }.joined(separator: "\n"))
    }
  }

  fileprivate var names: [String: NodeID] {
    var names: [String: NodeID] = [:]
    for node in graph.nodes {
      if let name = details[node.index].name { names[name] = node }
    }
    return names
  }
}

extension Tensor {
  /// Numbers from -scale / 2 up to scale / 2, those of `tensor_peers.py`.
  fileprivate static func benchmark(_ shape: Shape, seed: UInt64, scale: Double) -> Tensor {
    var random = SplitMix64(seed: seed)
    return Tensor((0..<shape.count).map { _ in (random.unit() - 0.5) * scale }, shape: shape)
  }
}
