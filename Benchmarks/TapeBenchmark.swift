import Autograd
import CNaiveTape

/// Forward and backward over a graph that stays, and recording from operators, beside the C loop.
enum TapeBenchmark {
  static func measure() throws -> Table {
    var table = Table("graph", "what", "naive C", "ours", "ours / C", "must", "goal")
    let random = RandomDAG.workload(count: 1_000_000)
    try replay(random, named: "random DAG, 1,000,000 nodes", in: &table)
    try record(random, in: &table)
    let moons = MoonsNetwork()
    try replay(moons.workload, named: "moons network, 65,818 nodes", in: &table)
    try inTapeOrder(moons.workload, in: &table)
    Micrograd.measure(moons, in: &table)
    return table
  }

  private static func replay(
    _ workload: Workload, named name: String, in table: inout Table
  ) throws {
    let naive = NaiveTape(workload)
    let graph = try workload.graph()
    let output = NodeID(workload.count - 1)
    let before = allocated_bytes()
    var schedule = Schedule(graph, output: output)
    let allocated = withExtendedLifetime(graph) {
      Double(allocated_bytes() - before) / Double(workload.count)
    }
    let rounds = Rounds(
      repetitions: max(1, 2_000_000 / workload.count),
      [
        { naive.forward() }, { schedule.forward() }, { naive.backward() }, { schedule.backward() },
      ])
    try compare(name, workload, naive, value: schedule.value, gradient: schedule.gradient)
    let scale = 1e9 / Double(workload.count)
    func row(_ what: String, _ c: Double, _ ours: Double, _ ratio: Double) {
      table.add(
        name, what + ", ns a node", (c * scale).brief, (ours * scale).brief, ratio.brief, "1.10",
        "0.50")
    }
    row("forward", rounds.median(0), rounds.median(1), rounds.ratio([1], to: [0]))
    row("backward", rounds.median(2), rounds.median(3), rounds.ratio([3], to: [2]))
    row(
      "both", rounds.median(0) + rounds.median(2), rounds.median(1) + rounds.median(3),
      rounds.ratio([1, 3], to: [0, 2]))
    table.add(
      name, "bytes a node, hot", "25", schedule.hotBytesPerNode.brief, "", "33", "25")
    table.add(name, "bytes a node, allocated in all", "", allocated.brief, "", "", "")
  }

  /// What the lesson's numbers come from: node by node, every contribution handed out.
  private static func inTapeOrder(_ workload: Workload, in table: inout Table) throws {
    let graph = try workload.graph()
    let output = NodeID(workload.count - 1)
    var values = graph.forward()
    var contributions = 0
    let rounds = Rounds(
      repetitions: 10,
      [
        { _ = try? workload.graph() }, { values = graph.forward() },
        { _ = graph.backward(from: output, values: values) { _ in contributions += 1 } },
        { _ = Schedule(graph, output: output) },
      ])
    let scale = 1e9 / Double(workload.count)
    for (index, what) in [
      "build a graph", "forward in tape order", "backward, contribution by contribution",
      "arrange a schedule, once",
    ].enumerated() {
      table.add(
        "moons network, 65,818 nodes", what + ", ns a node", "",
        (rounds.median(index) * scale).brief, "", "", "")
    }
  }

  /// Recording from operators and one way back. Must and goal, 17 and 11.4 ns a node, are from a
  /// machine on which the naive loop takes 14.7 ns: as ratios to it they hold on any.
  private static func record(_ workload: Workload, in table: inout Table) throws {
    let name = "random DAG, 1,000,000 nodes"
    let list = NaiveTape(workload)
    var naive = NaiveTape(workload)
    var storing = DerivativeTape(capacity: workload.count)
    var tape = Tape(capacity: workload.count)
    var output = NodeID(0)
    let nodes = UnsafeMutablePointer<NodeID>.allocate(capacity: workload.count)
    let handles = UnsafeMutablePointer<Int32>.allocate(capacity: workload.count)
    defer {
      nodes.deallocate()
      handles.deallocate()
    }
    let rounds = Rounds([
      { naive.record(list, handles: handles) },
      { output = tape.record { workload.record(on: $0, nodes: nodes) } },
      { storing.record(list, handles: handles) },
      { naive.backward() },
      { tape.backward(from: output) },
      { storing.backward() },
    ])
    try compare(
      name, workload, naive, value: { tape.value(of: $0) }, gradient: { tape.gradient(of: $0) })
    try compare(
      name, workload, naive, value: { storing.tape.values[$0.index] },
      gradient: { storing.tape.gradients[$0.index] })
    let scale = 1e9 / Double(workload.count)
    func row(_ what: String, _ c: [Int], _ ours: [Int], _ must: String, _ goal: String) {
      func time(_ group: [Int]) -> String {
        (group.reduce(0) { $0 + rounds.median($1) } * scale).brief
      }
      table.add(
        name, what + ", ns a node", time(c), time(ours), rounds.ratio(ours, to: c).brief, must, goal
      )
    }
    row("record", [0], [1], "", "")
    row("backward after it", [3], [4], "", "")
    row("record + backward", [0, 3], [1, 4], "1.16", "0.78")
    row("the same, C stores derivatives too", [2, 5], [1, 4], "", "")
  }

  /// Both have to compute the same, or their times cannot be compared. The random graph multiplies
  /// a difference in the last digit of a tanh a hundred million times on its way to the inputs.
  private static func compare(
    _ name: String, _ workload: Workload, _ naive: borrowing NaiveTape,
    value: (NodeID) -> Double, gradient: (NodeID) -> Double
  ) throws {
    var (ours, theirs) = (0.0, 0.0)
    for index in 0..<workload.count where workload.operations[index] == .input {
      ours += gradient(NodeID(index)).magnitude
      theirs += naive.tape.gradients[index].magnitude
    }
    let root = workload.count - 1
    for (ours, theirs) in [(value(NodeID(root)), naive.tape.values[root]), (ours, theirs)]
    where !((ours - theirs).magnitude <= 1e-6 * theirs.magnitude) {
      throw Disagreement(description: "\(name): \(ours) here, \(theirs) in C")
    }
  }
}
