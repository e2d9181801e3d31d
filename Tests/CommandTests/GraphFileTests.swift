import Foundation
import Testing

/// A graph in JSON in the place of a scene.
struct GraphFileTests {
  private static let square = """
    {"output": "L", "nodes": [
      {"id": 0, "name": "x", "operation": "input", "operands": [], "value": 3, "gradient": 6},
      {"id": 1, "name": "L", "operation": "multiply", "operands": [0, 0], "value": 9, "gradient": 1}]}
    """

  private func program(_ command: [String], on graph: String = square) throws -> Program.Outcome {
    try Program.withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("graph.json")
      try Data(graph.utf8).write(to: file)
      let outcome = try Program.run(command + [file.path])
      #expect(try String(contentsOf: file, encoding: .utf8) == graph)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["graph.json"])
      return Program.Outcome(
        status: outcome.status, output: outcome.output.replacing(folder.path, with: "FOLDER"),
        errors: outcome.errors.replacing(folder.path, with: "FOLDER"))
    }
  }

  @Test(
    arguments: [
      ["eval"], ["eval", "--format", "json"], ["trace"], ["check"], ["render"], ["view"], [],
      ["export", "--format", "dot"], ["export", "--format", "jax"],
      ["eval", "--set", "x=4", "--output", "x"],
    ])
  func `every command reads a graph as it reads a scene`(command: [String]) throws {
    let outcome = try program(command)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(!outcome.output.isEmpty)
  }

  @Test func `a graph comes from standard input and from the command line, too`() throws {
    let fromInput = try Program.run("eval", "-", input: "\n " + Self.square)
    let fromStatements = try Program.run("eval", "-e", Self.square)
    #expect(fromInput.output.contains("L     = x * x  9     1"))
    #expect(fromInput.output.replacing("<stdin>", with: "<expression>") == fromStatements.output)
  }

  @Test func `check tells the gradient that another program has wrong`() throws {
    let wrong = Self.square.replacing(#""gradient": 6"#, with: #""gradient": 3"#)
    let outcome = try program(["check"], on: wrong)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("graph.json: FAILED, 1 of 3 expectations not met"))
    #expect(outcome.output.contains("grad(x) is 6, stated 3, difference 3"))
  }

  @Test func `a mistake ends with 65 and points at its place in the file`() throws {
    let wrong = Self.square.replacing("multiply", with: "multply")
    for command in [["eval"], ["check"], ["view"], []] {
      let outcome = try program(command, on: wrong)
      #expect(outcome.status == 65 && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix("FOLDER/graph.json:3:39: error: there is no operation 'multply'"))
      #expect(outcome.errors.hasSuffix("    = did you mean 'multiply'?\n"))
    }
  }

  @Test func `a graph of more nodes than the limit is refused`() throws {
    let outcome = try program(["eval", "--maximum-nodes", "1"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("graph.json:3:3: error: the scene makes more than 1 nodes"))
  }

  @Test func `ten thousand nodes in a row are read`() throws {
    let nodes = (1..<10_000).map {
      #"{"id": \#($0), "operation": "tanh", "operands": [\#($0 - 1)]}"#
    }
    let graph = #"{"nodes": [{"id": 0, "operation": "input", "value": 2}, "#
    let outcome = try Program.run(
      "eval", "-", input: graph + nodes.joined(separator: ",\n") + "]}")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 10_002)
  }
}
