import Testing

@testable import Autograd

struct ScheduleTests {
  @Test(arguments: RandomGraph.several + [RandomGraph(seed: 99, size: 30_000)])
  func `runs compute what the tape computes, bit by bit`(_ random: RandomGraph) {
    let graph = random.graph
    let output = NodeID(graph.count - 1)
    let values = graph.forward()
    var schedule = Schedule(graph, output: output)
    schedule.forward()
    schedule.backward()
    #expect(graph.nodes.map { schedule.value(of: $0).bitPattern } == values.map(\.bitPattern))
    let gradients = graph.backward(from: output, values: values)
    #expect(
      graph.nodes.map { schedule.gradient(of: $0).bitPattern } == gradients.map(\.bitPattern))
  }

  @Test func `leaves can change between passes`() {
    var graph = Graph()
    let (x, w) = (graph.input(2), graph.parameter(3))
    let y = graph.apply(.multiply, x, w)
    var schedule = Schedule(graph, output: y)
    for value in [2.0, -1, 0.5] {
      schedule.setLeafValue(value, of: x)
      schedule.forward()
      schedule.backward()
      #expect(schedule.value(of: y) == 3 * value)
      #expect(schedule.gradient(of: x) == 3)
      #expect(schedule.gradient(of: w) == value)
    }
  }

  @Test func `constants and nodes off the path have gradient zero`() {
    var graph = Graph()
    let (x, c) = (graph.input(2), graph.constant(3))
    let unused = graph.apply(.add, x, x)
    let y = graph.apply(.multiply, x, c)
    var schedule = Schedule(graph, output: y)
    schedule.forward()
    schedule.backward()
    #expect(graph.nodes.map { schedule.gradient(of: $0) } == [3, 0, 0, 1])
    #expect(schedule.value(of: unused) == 4)
  }

  @Test func `an output in the middle of the tape is enough`() {
    var graph = Graph()
    let x = graph.input(2)
    let y = graph.apply(.multiply, x, x)
    _ = graph.apply(.multiply, y, y)
    var schedule = Schedule(graph, output: y)
    schedule.forward()
    schedule.backward()
    #expect(graph.nodes.map { schedule.gradient(of: $0) } == [4, 1, 0])
    #expect(graph.nodes.map { schedule.value(of: $0) } == [2, 4, 16])
  }

  @Test func `a leaf alone is its own output`() {
    var graph = Graph()
    let x = graph.input(2)
    var schedule = Schedule(graph, output: x)
    schedule.forward()
    schedule.backward()
    #expect(schedule.gradient(of: x) == 1)
  }

  @Test func `a pass touches at most 33 bytes a node`() {
    let graph = RandomGraph(seed: 7, size: 30_000).graph
    #expect(Schedule(graph, output: NodeID(graph.count - 1)).hotBytesPerNode <= 33)
  }
}
