import Autograd
import Playback
import SceneLanguage
import Testing

/// A step of training as a run.
struct MomentTests {
  private static func training(_ text: String) throws -> Training {
    let scene = try Scene.reading(text)
    return try Training(scene, plan: try #require(scene.training))
  }

  private func bits(_ tensors: [Tensor]) -> [UInt64] {
    tensors.flatMap(\.elements).map(\.bitPattern)
  }

  private func optimizer(_ plan: String) -> Optimizer {
    plan.contains("adam") ? .adam : plan.contains("momentum") ? .momentum(0.9) : .sgd
  }

  private static let classic = "param a = 2\nb = 3 * a\nL = b * b\n"

  private static let numbers = """
    const x = 0.3
    param w = 0.7
    param b = -0.2
    h = tanh(w * x + b)
    L = (h * w - 0.9)^2 + 0.1 * w * b

    """

  private static let tensors = """
    const X, labels = moons(10, noise: 0.1, seed: 3)
    param W = randn(2, 3, seed: 5)
    param b = zeros(3)
    param k = 0.3
    h = tanh(X @ W + b) * k
    L = mean((sum(h @ W.T, axis: 1) - labels)^2) + k * sum(W^2)

    """

  @Test func `the phases of a step are forward, zero, seed, backward, update`() throws {
    let scene = try Scene.reading("param w = 3\nL = w * w\ntrain(rate: 0.5)\n")
    let run = Run(beginning: scene, output: scene.output)
    #expect(
      Draw.steps(of: run) == [
        "forward value w", "forward value L", "zero zero w", "seed seed L", "seed final L",
        "backward contribution L.0 -> w 3 (none + 3 = 3, 1 of 2)",
        "backward contribution L.1 -> w 3 (3 + 3 = 6, 2 of 2)", "backward final w",
        "update update w",
      ])
    let w = try scene.node("w")
    #expect(run.steps(of: w) == [0, 2, 5, 6, 7, 8])
    #expect(run.value(of: w, at: 8) == 3)
    #expect(run.value(of: w, at: 9) == 0)
    #expect(run.gradient(of: w, at: 3) == .partial(total: 0, received: 0, expected: 2))
  }

  @Test func `a scene without training, and a run of its own, have no such phases`() throws {
    let text = "param w = 3\nL = w * w\n"
    let scene = try Scene.reading(text)
    #expect(Run(beginning: scene, output: scene.output).moment == nil)
    let trained = try Scene.reading(text + "train(rate: 0.5)\n")
    #expect(Draw.steps(of: Run(scene: trained)) == Draw.steps(of: Run(scene: scene)))
  }

  @Test func `where zero_grad is forgotten 36 becomes 72, then 108`() throws {
    var training = try Self.training(Self.classic + "train(rate: 0, zero_grad: off)\n")
    let a = try training.scene.node("a")
    for (step, gradient) in [36.0, 72, 108].enumerated() {
      training.go(to: step)
      let run = training.nextRun()
      #expect(run.gradients[a.index] == gradient)
      #expect((0..<run.stepCount).allSatisfy { run.step(at: $0).phase != .zero })
      let ledger = run.ledger(of: a, at: run.stepCount)
      #expect(ledger.carried == (step == 0 ? nil : gradient - 36))
      #expect(ledger.total == gradient)
    }
    let third = training.nextRun()
    #expect(third.gradient(of: a, at: 0) == .carried(72))
    #expect(third.gradient(of: a, at: 4) == .carried(72))
  }

  @Test func `where it is not, 36 is carried over until it is set to 0`() throws {
    var training = try Self.training(Self.classic + "train(rate: 0)\n")
    let a = try training.scene.node("a")
    training.go(to: 1)
    let run = training.nextRun()
    #expect(run.gradient(of: a, at: 4) == .carried(36))
    #expect(run.ledger(of: a, at: 4).carried == 36)
    #expect(run.step(at: 4).kind == .zero([a]))
    #expect(run.gradient(of: a, at: 5) == .partial(total: 0, received: 0, expected: 1))
    #expect(run.ledger(of: a, at: 5).carried == nil)
    #expect(run.gradients[a.index] == 36)
  }

  @Test(
    arguments: [numbers, tensors],
    ["optimizer: sgd", "optimizer: momentum", "optimizer: adam"].flatMap {
      [$0, $0 + ", zero_grad: off"]
    })
  func `a run's gradients and updates are the trainer's, bit by bit`(
    text: String, plan: String
  ) throws {
    var training = try Self.training(text + "train(rate: 0.07, \(plan))\n")
    var trainer = Trainer(
      training.scene.graph, output: training.scene.output, optimizer: optimizer(plan),
      rate: 0.07)
    for step in 0..<5 {
      training.go(to: step)
      let run = training.nextRun()
      let loss = trainer.step(zeroesGradients: training.zeroesGradients)
      #expect(run.loss.bitPattern == loss.bitPattern)
      let parameters = trainer.parameters
      #expect(run.moment?.parameters == parameters)
      #expect(
        bits(parameters.compactMap { run.gradientTensor(of: $0) })
          == bits(parameters.map { trainer.gradient(of: $0) }))
      #expect(
        bits(parameters.map { run.tensor(of: $0, at: run.stepCount) })
          == bits(trainer.state.parameters))
    }
  }

  @Test(arguments: ["", ", zero_grad: off"])
  func `a run of a mini-batch is that of the samples of its step`(plan: String) throws {
    var training = try Self.training(
      Self.tensors + "train(rate: 0.05, optimizer: adam, batch: 4\(plan))\n")
    #expect(Run(beginning: training.scene, output: training.scene.output).moment == nil)
    for step in 0..<7 {
      training.go(to: step)
      let run = training.nextRun()
      let size = step % 3 == 2 ? 2 : 4
      #expect(run.moment?.batch?.size == size)
      #expect(run.moment?.batch?.samples == 10)
      #expect(run.shape(of: try run.scene.node("X")).extents == [size, 2])
      training.step()
      #expect(run.loss.bitPattern == training.losses[step].bitPattern)
      #expect(
        bits(training.parameters.map { run.tensor(of: $0.node, at: run.stepCount) })
          == bits(training.parameters.map(\.tensor)))
    }
  }

  @Test(arguments: [numbers, tensors, classic], ["", ", batch: 3"])
  func `gone on and back, every step is the same run`(text: String, batch: String) throws {
    guard batch.isEmpty || text == Self.tensors else { return }
    var training = try Self.training(text + "train(rate: 0.01, optimizer: momentum\(batch))\n")
    var gradients: [[UInt64]] = []
    func numbers(of run: Run) -> [UInt64] {
      bits(
        (run.moment?.parameters ?? []).flatMap { node in
          [
            run.tensor(of: node), run.tensor(of: node, at: run.stepCount),
            run.gradientTensor(of: node) ?? Tensor(.nan),
            run.gradientTensor(of: node, at: 0) ?? Tensor(0),
          ]
        })
    }
    for step in 0..<90 {
      training.go(to: step)
      if step == 40 { training.zeroesGradients = false }
      if step == 60 { training.rate = 0.02 }
      let run = training.nextRun()
      gradients.append(numbers(of: run))
      // The step that is made is the one that was shown.
      training.step()
      #expect(
        bits(training.parameters.map(\.tensor))
          == bits(training.parameters.map { run.tensor(of: $0.node, at: run.stepCount) }))
    }
    for step in [89, 61, 60, 59, 41, 40, 39, 77, 3, 2, 1, 0, 1, 88] {
      training.go(to: step)
      #expect(numbers(of: training.nextRun()) == gradients[step])
    }
  }

  @Test(arguments: ["", ", zero_grad: off"])
  func `what is known at every moment is what doing the steps one by one gives`(
    plan: String
  ) throws {
    var training = try Self.training(Self.numbers + "train(rate: 0.1\(plan))\n")
    for step in 0..<3 {
      training.go(to: step)
      let run = training.nextRun()
      var replay = Replay(beginning: run)
      #expect(replay.agrees(with: run, at: 0))
      for index in 0..<run.stepCount {
        replay.perform(run.step(at: index), of: run)
        #expect(replay.agrees(with: run, at: index + 1), "\(index)")
      }
    }
  }

  @Test func `the totals of a tensor begin with what was carried over`() throws {
    var training = try Self.training(Self.tensors + "train(rate: 0.1, zero_grad: off)\n")
    training.go(to: 2)
    let run = training.nextRun()
    let weights = try run.scene.node("W")
    let rows = run.ledger(of: weights, at: run.stepCount).rows
    #expect(rows.count == 3)
    var total = try #require(run.gradientTensor(of: weights, at: 0))
    for row in rows {
      #expect(run.before(row.arrival)?.elements == total.elements)
      let amount = run.amount(of: row.arrival)
      total = Tensor(zip(total.elements, amount.elements).map(+), shape: total.shape)
      #expect(run.gradientTensor(of: weights, at: row.step + 1)?.elements == total.elements)
    }
    #expect(run.gradientTensor(of: weights)?.elements == total.elements)
  }

  @Test func `a level stops at every phase, and every update is a node's`() throws {
    let scene = try Scene.reading("param a = 2\nparam b = 3\nL = a * b\ntrain(rate: 0.1)\n")
    let run = Run(beginning: scene, output: scene.output)
    var player = Player(run: run)
    var stops: [Int] = []
    while !player.isAtEnd {
      player.forward(.phase)
      stops.append(player.cursor)
    }
    #expect(stops == [3, 4, 6, 10, 12])
    player.forward(.node)
    player.toPhaseStart()
    player.forward(.node)
    #expect(player.current?.kind == .update(try scene.node("a")))
    player.forward(.node)
    #expect(player.current?.kind == .update(try scene.node("b")))
  }
}
