import Foundation
import Testing

struct ExitStatusTests {
  @Test(arguments: ["eval", "trace", "check", "render", "view"])
  func `a scene without mistakes ends with 0 and says nothing on standard error`(
    command: String
  ) throws {
    let outcome = try Program.run(command, SceneFiles.path("chain.txt"))
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.output.isEmpty)
  }

  @Test func `a failed check ends with 1 and names the expectation`() throws {
    let outcome = try Program.run("check", "-e", "x = 3; L = x * x; expect grad(x) = 7")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("grad(x) is 6, stated 7, difference -1"))
  }

  @Test(
    arguments: [
      ["eval"], ["check"], ["eval", "--nonsense", "x.txt"], ["eval", "-e", "x = 1", "x.txt"],
      ["eval", "-e", "x = 1", "--format", "poem"], ["eval", "-e", "x = 1", "--set", "x"],
      ["view", "-e", "x = 1", "--theme", "poem"], ["render", "-e", "x = 1", "--size", "0x0"],
      ["render", "-e", "x = 1", "--step", "-1"], ["render", "-e", "x = 1", "--step", "99"],
      ["train", "-e", "x = 1"], ["export", "-e", "x = 1"],
      ["eval", "-e", "x = 1", "--output", "y"],
    ])
  func `wrong usage ends with 64 and writes nothing to standard output`(
    arguments: [String]
  ) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `a name that cannot be set brings the nearest one to mind`() throws {
    let outcome = try Program.run("eval", "-e", "rate = 2; L = rate^2", "--set", "rat=3")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("no node of this scene is called 'rat'. Did you mean 'rate'?"))
  }

  @Test(arguments: ["eval", "trace", "check", "render", "view"])
  func `a scene with mistakes ends with 65 and shows the place`(command: String) throws {
    let outcome = try Program.run(command, "-e", "x = 2; L = sigmod(x)")
    #expect(outcome.status == 65)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("<expression>:1:12: error: "))
    #expect(outcome.errors.contains("^^^^^^"))
    #expect(outcome.errors.contains("did you mean 'sigmoid'?"))
  }

  @Test func `bytes that are no text end with 65`() throws {
    try Program.withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("binary.txt")
      try Data([0x78, 0x20, 0x3D, 0x20, 0xFF, 0x00, 0xFE]).write(to: file)
      let outcome = try Program.run("eval", file.path)
      #expect(outcome.status == 65)
      #expect(outcome.errors.hasPrefix("\(file.path):1:5: error: the text is not UTF-8 here\n"))
    }
  }

  @Test func `a file that is missing or a folder ends with 66`() throws {
    for path in ["/no/such/scene.txt", "/tmp"] {
      let outcome = try Program.run("eval", path)
      #expect(outcome.status == 66)
      #expect(outcome.output == "")
      #expect(outcome.errors.contains(path))
    }
  }

  @Test(.enabled(if: getuid() != 0, "The superuser may read every file."))
  func `a file without permission ends with 66`() throws {
    try Program.withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("secret.txt")
      try Data("x = 1".utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
      #expect(try Program.run("eval", file.path).status == 66)
    }
  }

  @Test func `one bad scene among several does not hide the others`() throws {
    let outcome = try Program.run(
      "check", SceneFiles.path("chain.txt"), "/no/such/scene.txt", SceneFiles.path("fork.txt"))
    #expect(outcome.status == 66)
    #expect(outcome.output.contains("chain.txt: ok"))
    #expect(outcome.output.contains("fork.txt: ok"))
  }

  @Test func `a reader that leaves early is no error`() throws {
    let statements = (0..<20_000).map { "x\($0) = \($0)" }.joined(separator: "\n")
    try Program.withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("long.txt")
      try Data(statements.utf8).write(to: file)
      let outcome = try Program.shell("$PROGRAM eval \(file.path) | head -n 2 > /dev/null")
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
    }
  }

  @Test func `a full disk is told`() throws {
    let outcome = try Program.shell("$PROGRAM eval -e 'x = 1' > /dev/full")
    #expect(outcome.status == 70)
    #expect(outcome.errors.contains("No space left"))
  }
}
