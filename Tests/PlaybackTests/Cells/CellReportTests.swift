import Autograd
import Playback
import SceneLanguage
import Testing

/// The sums of single elements as text, with numbers that were worked out by hand.
struct CellReportTests {
  private func run(_ text: String) throws -> Run { Run(scene: try Scene.reading(text)) }

  private func node(_ name: String, in run: Run) throws -> NodeID {
    try #require(run.scene.graph.nodes.first { run.labels[$0] == name })
  }

  private func sums(_ name: String, _ element: Int, in run: Run) throws -> [String] {
    run.cell(element, of: try node(name, in: run), at: run.stepCount).sums.map(\.text)
  }

  /// Y = [[-2, 5], [-2, 11]]; L = Σ Y·G, so ∂L/∂Y = G.
  private static let product = """
    const X = [[1, 2, 3], [4, 5, 6]]
    param W = [[1, 0], [0, 1], [-1, 1]]
    const G = [[0.25, 1], [-0.5, 2]]
    Y = X @ W
    L = sum(Y * G)
    """

  @Test func `an element of a weight is a column times a column`() throws {
    let run = try run(Self.product)
    #expect(
      try sums("W", 2, in: run) == [
        "∂L/∂W[1, 0] = Σ_k X[k, 1]·∂L/∂Y[k, 0] = 2·0.25 + 5·-0.5 = -2"
      ])
    let report = run.cell(5, of: try node("W", in: run), at: run.stepCount)
    #expect(report.name == "W[2, 1]" && report.value == 1 && report.gradient == 15)
    let sum = try #require(report.sums.first)
    #expect(sum.words == "Column 2 of X times column 1 of ∂L/∂Y.")
    let (x, y) = (try node("X", in: run), try node("Y", in: run))
    #expect(
      sum.lit == [
        CellSum.Lit(node: y, field: .grad, elements: [1, 3]),
        CellSum.Lit(node: x, field: .data, elements: [2, 5]),
      ])
  }

  @Test func `an element of a product is a row times a column`() throws {
    let run = try run(Self.product)
    #expect(
      try sums("Y", 2, in: run) == [
        "Y[1, 0] = Σ_k X[1, k]·W[k, 0] = 4·1 + 5·0 + 6·-1 = -2",
        "∂L/∂Y[1, 0] = ∂L/∂v4[1, 0]·G[1, 0] = 1·-0.5 = -0.5",
      ])
  }

  @Test func `a left factor meets the rows of the right one`() throws {
    let run = try run(
      """
      X = [[1, 2], [3, 4]]
      const W = [[1, 5, -1], [2, 0, 3]]
      const G = [[1, 2, 3], [4, 5, 6]]
      Y = X @ W
      L = sum(Y * G)
      """)
    #expect(
      try sums("X", 3, in: run) == [
        "∂L/∂X[1, 1] = Σ_k ∂L/∂Y[1, k]·W[1, k] = 4·2 + 5·0 + 6·3 = 26"
      ])
  }

  @Test func `what was stretched is a copy forward and a sum back`() throws {
    let run = try run(
      """
      const X = [[1, 2], [3, 4], [5, 6]]
      param b = [10, 20]
      Y = X + b
      L = sum(Y * X)
      """)
    #expect(
      try sums("b", 1, in: run) == ["∂L/∂b[1] = Σ_k ∂L/∂Y[k, 1] = 2 + 4 + 6 = 12"])
    let report = run.cell(1, of: try node("b", in: run), at: run.stepCount)
    #expect(report.sums[0].words.hasPrefix("b[1] was copied 3 times on the way forward"))
    let forward = run.cell(3, of: try node("Y", in: run), at: 3).sums
    #expect(forward.map(\.text) == ["Y[1, 1] = X[1, 1] + b[1] = 4 + 20 = 24"])
    #expect(forward[0].words == "b (2) is copied to (3, 2).")
  }

  @Test func `a reduction is a fan`() throws {
    let run = try run("x = [1, 2, 3, 6]\nL = mean(x)")
    #expect(
      try sums("L", 0, in: run).first
        == "L = (x[0] + x[1] + x[2] + x[3]) / 4 = (1 + 2 + 3 + 6) / 4 = 3")
    let report = run.cell(2, of: try node("x", in: run), at: run.stepCount)
    #expect(report.sums.map(\.text) == ["∂L/∂x[2] = ∂L/∂L·(1 / n) = 1·0.25 = 0.25"])
    #expect(report.sums[0].words.contains("goes to each of 4 elements"))
  }

  @Test func `a long sum leaves its middle out and says how much`() throws {
    let run = try run(
      "const X = ones(100, 2)\nparam W = [[1], [2]]\nconst G = ones(100, 1)\nL = sum((X @ W) * G)")
    #expect(
      try sums("W", 0, in: run) == [
        "∂L/∂W[0, 0] = Σ_k X[k, 0]·∂L/∂v3[k, 0] "
          + "= 1·1 + 1·1 + 1·1 + … (96 more) … + 1·1 = 100"
      ])
  }

  @Test func `a closed ReLU passes nothing, an open one everything`() throws {
    let run = try run("x = [-1, 2]\nconst g = [3, 5]\nL = sum(relu(x) * g)")
    #expect(try sums("x", 0, in: run) == ["∂L/∂x[0] = ∂L/∂v2[0]·0 = 3·0 = 0"])
    #expect(try sums("x", 1, in: run) == ["∂L/∂x[1] = ∂L/∂v2[1] = 5"])
  }

  @Test func `nothing is told before it is known`() throws {
    let run = try run(Self.product)
    let weight = try node("W", in: run)
    let start = run.cell(0, of: weight, at: 0)
    #expect(start.value == nil && start.gradient == nil && start.sums.isEmpty)
    let forward = run.cell(0, of: weight, at: run.nodeCount)
    #expect(forward.value == 1 && forward.gradient == nil && forward.sums.isEmpty)
  }

  @Test func `two edges add to one gradient`() throws {
    let run = try run("x = [1, 2]\nL = sum(x * x + x)")
    let sums = run.cell(1, of: try node("x", in: run), at: run.stepCount).sums
    #expect(sums.count == 3 && sums.allSatisfy { $0.relation == "+=" })
    #expect(sums.reduce(0) { $0 + $1.total } == 5)
  }
}
