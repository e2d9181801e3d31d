import Autograd

/// Matrices of MNIST's size, one thread, 64 bits, beside NumPy by hand and JAX compiled, and
/// micrograd's demonstration as a graph of numbers.
enum TensorBenchmark {
  private static let libraries = ["NumPy", "PyTorch", "JAX"]
  private static let rounds = 5

  static func measure() throws -> Table {
    var table = Table(
      "workload, seconds", "NumPy", "PyTorch", "JAX", "ours", "ours / best", "must", "goal")
    let peer = try? TensorPeer()
    if peer == nil { table.note("Python is left out: there is no environment for it") }
    var regression = try Regression(withInput: false)
    try compare("784→50→1, relu, mse, 60,000 rows", "regression", peer, "0.65", &table) {
      regression.run()
    }
    var full = try Regression(withInput: true)
    try compare("the same with the input's gradient", "regression+input", peer, "0.60", &table) {
      full.run()
    }
    let epoch = try Epoch()
    try compare("784→100→10, softmax, 938 batches of 64", "epoch", peer, "0.62", &table) {
      epoch.run()
    }
    try addMoons(to: &table)
    return table
  }

  /// A row: everybody in turn, the median of each, and the median of the ratios.
  private static func compare(
    _ title: String, _ workload: String, _ peer: TensorPeer?, _ goal: String,
    _ table: inout Table, ours: () -> Double
  ) throws {
    var (own, others) = ([Double](), [String: [Double]]())
    for round in 0...rounds {
      var checksum = 0.0
      let seconds = Rounds.processorSeconds { checksum = ours() }
      for library in libraries {
        guard let answer = try peer?.run(library, workload) else { continue }
        guard (answer.checksum - checksum).magnitude <= 1e-9 * checksum.magnitude else {
          throw Disagreement(
            description: "\(title): \(checksum) here, \(answer.checksum) with \(library)")
        }
        if round > 0 { others[library, default: []].append(answer.seconds) }
      }
      // The first one fills buffers and compiles.
      if round > 0 { own.append(seconds) }
    }
    let ratios = own.indices.compactMap { round in
      others.values.map { $0[round] }.min().map { own[round] / $0 }
    }
    table.add(
      title, others["NumPy"]?.median.thousandths ?? "", others["PyTorch"]?.median.thousandths ?? "",
      others["JAX"]?.median.thousandths ?? "", own.median.thousandths,
      ratios.isEmpty ? "" : ratios.median.brief, "0.75", goal)
  }

  /// A hundred steps: forward, gradients set to 0, backward, update.
  private static func addMoons(to table: inout Table) throws {
    let workload = MoonsNetwork().workload
    let start = Trainer(
      try workload.graph(), output: NodeID(workload.count - 1), optimizer: .sgd, rate: 0.05)
    guard start.parameters.count == 337 else {
      throw Disagreement(
        description: "\(start.parameters.count) parameters of \(workload.count) nodes")
    }
    var trainer = start
    let naive = NaiveTape(workload)
    var (ours, theirs) = ([Double](), [Double]())
    for _ in 0..<rounds {
      trainer = start
      ours.append(Rounds.processorSeconds { for _ in 0..<100 { _ = trainer.step() } })
      theirs.append(
        Rounds.processorSeconds {
          for _ in 0..<100 {
            naive.forward()
            naive.backward()
          }
        })
    }
    guard trainer.loss.isFinite else { throw Disagreement(description: "the loss is lost") }
    table.add(
      "micrograd's moons, 100 steps of 65,818 numbers", "", "", "", ours.median.thousandths, "",
      "0.022 s", "0.010 s")
    table.note(
      "A naive loop in C takes \(theirs.median.thousandths) s for the passes of the moons, in turn with ours."
    )
  }
}
