import Foundation
import Testing

/// The README's lines for micrograd, on the example of micrograd's own README.
@Suite(.enabled(if: PythonEnvironment.isThere, "there is no Python with micrograd: see above"))
struct MicrogradTests {
  private static let example = """
    from micrograd.engine import Value

    a = Value(-4.0)
    b = Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    g.backward()

    """

  /// The section's block of Python, as it stands there.
  private static func lines() throws -> String {
    let file = PythonEnvironment.root.appendingPathComponent("README.md")
    let section = try #require(
      try String(contentsOf: file, encoding: .utf8)
        .components(separatedBy: "\n## From your own engine\n").dropFirst().first)
    let block = try #require(section.components(separatedBy: "\n```python\n").dropFirst().first)
    return try #require(block.components(separatedBy: "\n```\n").first) + "\n"
  }

  /// Dumps what `python` computes and hands the file to a command of the program.
  private func outcome(
    of command: [String], on python: String = example, output: String = "g"
  ) throws -> Command.Outcome {
    let environment = try #require(PythonEnvironment.shared)
    return try Command.withTemporaryFolder { folder in
      let graph = folder.appendingPathComponent("graph.json").path
      let text = try python + Self.lines() + "dump(\(output), globals(), \"\(graph)\")\n"
      let dumping = try Command.run(environment.python.path, ["-"], input: text)
      #expect(dumping.status == 0, "\(dumping.errors)")
      return try Command.run(Command.program, command + [graph])
    }
  }

  private struct Evaluation: Decodable {
    let nodes: [Node]

    struct Node: Decodable {
      let name: String?
      let value: Double
      let gradient: Double?
    }
  }

  @Test func `the program computes what micrograd's README prints`() throws {
    let outcome = try outcome(of: ["eval", "--format", "json"])
    #expect(outcome.status == 0 && outcome.errors == "")
    let nodes = try JSONDecoder().decode(Evaluation.self, from: Data(outcome.output.utf8)).nodes
    func node(_ name: String) throws -> Evaluation.Node {
      try #require(nodes.first { $0.name == name })
    }
    #expect(String(format: "%.4f", try node("g").value) == "24.7041")
    #expect(String(format: "%.4f", try #require(try node("a").gradient)) == "138.8338")
    #expect(String(format: "%.4f", try #require(try node("b").gradient)) == "645.5773")
  }

  @Test func `micrograd's numbers are right, and the picture can be opened`() throws {
    let check = try outcome(of: ["check"])
    #expect(check.status == 0)
    #expect(
      check.output.hasSuffix(
        "graph.json: ok, 12 expectations, 30 gradients beside central differences\n"))
    #expect(try outcome(of: []).output.contains("grad  645.6"))
  }

  @Test func `the same value in both slots, and an engine's tanh, are dumped as they are`() throws {
    let python = """
      from micrograd.engine import Value
      x = Value(3.0)
      nine = x * x
      twice = nine + nine
      L = Value(0.5, (twice,), "tanh")

      """
    let outcome = try outcome(of: ["eval"], on: python, output: "L")
    for line in ["nine   = x * x", "twice  = nine + nine", "L      = tanh(twice)"] {
      #expect(outcome.output.contains(line), "\(outcome.output)")
    }
  }

  @Test func `an engine that forgets to add contributions is told where`() throws {
    let wrong = Self.example.replacing(
      "g.backward()", with: "g.backward()\nb.grad = 6.941690962099126")
    let outcome = try outcome(of: ["check"], on: wrong)
    #expect(outcome.status == 1)
    let readme = PythonEnvironment.root.appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    // Micrograd's sets have another order each time, which decides the line and the last digit.
    for part in [
      "graph.json: FAILED, 1 of 12 expectations not met, 30 gradients beside central differences",
      ": grad(b) is 645.57725947521", ", stated 6.941690962099126, difference 638.6",
    ] {
      #expect(text.contains(part) && outcome.output.contains(part), "\(outcome.output)")
    }
  }
}
