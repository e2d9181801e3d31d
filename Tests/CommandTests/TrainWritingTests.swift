import Foundation
import Testing

/// `train --write FILE`.
struct TrainWritingTests {
  private static let scene = """
    # A line through three points
    const x = [1, 2, 3]
    const y = [2, 4, 7]
    param w = randn(1, seed: 7)   # the slope
    param b = 0.1
    L = mean((w * x + b - y)^2)
    train(steps: 6, rate: 0.05)

    """

  /// Runs the program in a folder that has the scene as `line.txt`; `FOLDER` stands for the folder.
  private func program(
    _ arguments: [String], on text: String = scene, in folder: URL
  ) throws -> Program.Outcome {
    let file = folder.appendingPathComponent("line.txt")
    if !FileManager.default.fileExists(atPath: file.path) {
      try Data(text.utf8).write(to: file)
    }
    let outcome = try Program.run(arguments.map { $0.replacing("FOLDER", with: folder.path) })
    return Program.Outcome(
      status: outcome.status, output: outcome.output,
      errors: outcome.errors.replacing(folder.path, with: "FOLDER"))
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func `steps in two files are the steps in one, bit for bit`() throws {
    try Program.withTemporaryFolder { folder in
      let whole = try program(
        ["train", "FOLDER/line.txt", "--write", "FOLDER/whole.txt"], in: folder)
      #expect(whole.status == 0 && whole.errors == "")
      #expect(try text("line.txt", in: folder) == Self.scene)
      for steps in ["4", "2"] {
        let part = try program(
          ["train", "FOLDER/line.txt", "--steps", steps, "--write", "FOLDER/line.txt"], in: folder)
        #expect(part.status == 0 && part.errors == "")
      }
      let learnt = try text("line.txt", in: folder)
      #expect(learnt == (try text("whole.txt", in: folder)) && learnt != Self.scene)
      #expect(learnt.contains("]   # the slope\n") && learnt.hasPrefix("# A line through"))
      #expect(try files(in: folder) == ["line.txt", "whole.txt"])
    }
  }

  @Test func `the result on standard output is the same with and without`() throws {
    try Program.withTemporaryFolder { folder in
      let without = try program(["train", "FOLDER/line.txt", "--format", "json"], in: folder)
      let with = try program(
        ["train", "FOLDER/line.txt", "--format", "json", "--write", "FOLDER/new.txt"], in: folder)
      #expect(with.output == without.output && with.status == 0)
    }
  }

  @Test func `expectations stay, with a warning`() throws {
    try Program.withTemporaryFolder { folder in
      let text = Self.scene + "expect b = 0.1\nexpect grad(b) = -7, tolerance: 9\n"
      let outcome = try program(
        ["train", "FOLDER/line.txt", "--write", "FOLDER/line.txt"], on: text, in: folder)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors
          == "FOLDER/line.txt:8: warning: this expectation is of the values before training, "
          + "and so is 1 more\n")
      #expect(
        try self.text("line.txt", in: folder).hasSuffix(
          "\nexpect b = 0.1\nexpect grad(b) = -7, tolerance: 9\n"))
    }
  }

  @Test func `parameters without lines are refused with 65 before training`() throws {
    try Program.withTemporaryFolder { folder in
      let text = "const X = [[1, 2]]\nL = sum(mlp(X, [1]))\ntrain(steps: 1e9, rate: 0.05)\n"
      let outcome = try program(
        ["train", "FOLDER/line.txt", "--write", "FOLDER/new.txt"], on: text, in: folder)
      #expect(outcome.status == 65 && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix(
          "FOLDER/line.txt: error: L.0.W, L.0.b have no lines of their own, line 2 makes"))
      #expect(outcome.errors.hasSuffix("; nothing was written\n"))
      #expect(try files(in: folder) == ["line.txt"])
    }
  }

  @Test func `a text that could be too long is refused with 65 before training`() throws {
    try Program.withTemporaryFolder { folder in
      let text = "param w = zeros(50000)\nL = sum(w^2)\ntrain(steps: 1e9, rate: 0.05)\n"
      let outcome = try program(
        ["train", "FOLDER/line.txt", "--maximum-source", "1", "--write", "FOLDER/new.txt"],
        on: text, in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("and the limit is 1048576; --maximum-source raises it"))
      #expect(try files(in: folder) == ["line.txt"])
    }
  }

  @Test func `what is no number any more is not written`() throws {
    try Program.withTemporaryFolder { folder in
      let text = "param w = 3\nL = w^4\ntrain(steps: 20, rate: 10)\n"
      let outcome = try program(
        ["train", "FOLDER/line.txt", "--write", "FOLDER/line.txt"], on: text, in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("w has become nan: train with a lower rate"))
      #expect(try self.text("line.txt", in: folder) == text)
    }
  }

  @Test(arguments: [
    ["train", "-e", "param w = 1; L = w^2; train(rate: 0.1)", "--write", "FOLDER/new.txt"],
    ["train", "FOLDER/line.txt", "--scalars", "--write", "FOLDER/new.txt"],
    ["train", "FOLDER/line.txt", "--write", "-"], ["train", "FOLDER/line.txt", "--write", ""],
  ])
  func `what cannot go together is wrong usage`(arguments: [String]) throws {
    try Program.withTemporaryFolder { folder in
      let outcome = try program(arguments, in: folder)
      #expect(outcome.status == 64 && outcome.output == "")
      #expect(try files(in: folder) == ["line.txt"])
    }
  }

  @Test func `a place that cannot be written is told before training, with 66`() throws {
    try Program.withTemporaryFolder { folder in
      let text = "param w = 1\nL = w^2\ntrain(steps: 1e9, rate: 0.05)\n"
      for path in ["FOLDER/none/new.txt", "FOLDER"] {
        let outcome = try program(
          ["train", "FOLDER/line.txt", "--write", path], on: text, in: folder)
        #expect(outcome.status == 66 && outcome.output == "")
        #expect(outcome.errors.hasPrefix(path))
      }
    }
  }

  @Test func `after an interrupt what was learnt until then is written`() throws {
    try Program.withTemporaryFolder { folder in
      let text = "param w = 1\nL = w^2\ntrain(steps: 1e9, rate: 1e-9)\n"
      let file = folder.appendingPathComponent("line.txt")
      try Data(text.utf8).write(to: file)
      let outcome = try Program.shell(
        "timeout -s INT 2 $PROGRAM train \(file.path) --write \(file.path) > /dev/null")
      #expect(outcome.errors == "")
      let learnt = try self.text("line.txt", in: folder)
      #expect(learnt != text && learnt.hasSuffix("\nL = w^2\ntrain(steps: 1e9, rate: 1e-9)\n"))
      #expect(learnt.hasPrefix("param w = 0.9"))
    }
  }
}
