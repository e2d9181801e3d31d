import Foundation
import Testing

struct SceneSourceTests {
  @Test func `a file, standard input and the command line give the same`() throws {
    let path = SceneFiles.path("shared.txt")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let fromFile = try Program.run("eval", path)
    let fromInput = try Program.run("eval", "-", input: text)
    #expect(fromInput.output == fromFile.output.replacing("shared.txt", with: "<stdin>"))
    let short = try Program.run("eval", "-e", "x = 3; L = x*x", "--format", "json")
    #expect(short.output.contains(#""scene": "<expression>""#))
    #expect(short.output.contains(#""gradient": 6"#))
  }

  @Test func `view is what is done without a subcommand`() throws {
    let path = SceneFiles.path("chain.txt")
    #expect(try Program.run(path).output == Program.run("view", path).output)
    #expect(try Program.run(path).output == Program.run("render", path).output)
  }

  @Test func `a scene named like a subcommand is written with a folder`() throws {
    try Program.withTemporaryFolder { folder in
      try Data("x = 2\nL = x * x\n".utf8).write(to: folder.appendingPathComponent("eval"))
      let outcome = try Program.shell("cd \(folder.path) && $PROGRAM check ./eval")
      #expect(outcome.status == 0)
    }
  }

  @Test func `a leaf takes another value, and the last one counts`() throws {
    let outcome = try Program.run(
      "eval", "-e", "x = 3; w = 1; L = w*x*x", "--set", "x=5", "--set", "x = 2 * 2", "--set", "w=-1"
    )
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("-16"))
  }

  @Test(arguments: ["y=3", "L=3"])
  func `what is no leaf cannot be set`(assignment: String) throws {
    let outcome = try Program.run("eval", "-e", "x = 3; L = x*x", "--set", assignment)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(String(assignment.prefix(1))))
  }

  @Test func `another node can be the output`() throws {
    let outcome = try Program.run(
      "eval", "-e", "x = 3; a = x*x; L = 2*a", "--output", "a", "--format", "json")
    #expect(outcome.output.contains(#""output": "a""#))
    #expect(outcome.output.contains(#""gradient": 6"#))
  }

  @Test func `without a scene and a terminal the scenes are listed with their titles`() throws {
    let outcome = try Program.run()
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == SceneFiles.paths.count)
    #expect(outcome.output.contains("The chain rule: L = -log σ(w·x²)"))
  }

  @Test func `an installed program finds its scenes`() throws {
    try Program.withTemporaryFolder { folder in
      let outcome = try Program.shell(
        """
        cd \(folder.path) && mkdir -p bin share/backprop-tui && \
        cp -r \(SceneFiles.folder.path) share/backprop-tui/scenes && \
        cp $PROGRAM bin/backprop-tui && bin/backprop-tui
        """)
      #expect(
        outcome.output.contains("\(folder.lastPathComponent)/share/backprop-tui/scenes/chain"))
    }
  }

  @Test func `every scene's check passes`() throws {
    let outcome = try Program.run(["check"] + SceneFiles.paths)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count >= 19)
  }
}
