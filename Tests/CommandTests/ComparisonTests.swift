import Foundation
import Testing

/// `train --against`, and what `train` says of units that died.
struct ComparisonTests {
  private static let line =
    "const x = 2; param w = 0.5; L = (w * x - 3)^2; train(steps: 3, rate: 0.125)"

  // w·x - 3 = -2, so ∂L/∂w = -8.
  @Test func `two rates part in the first update`() throws {
    let outcome = try Program.run(
      "train", "-e", Self.line, "--against", "rate=0.25", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(
      outcome.output == """
        {"scene": "<expression>", "against": "rate=0.25", "losses": [4, 0, 0], \
        "other_losses": [4, 4, 4], "difference": {"step": 1, "phase": "update", "node": 1, \
        "name": "w", "index": null, "value": 1.5, "other": 2.5}}

        """)
  }

  @Test func `people read a sentence and both losses`() throws {
    let outcome = try Program.run("train", "-e", Self.line, "--against", "rate=0.25")
    #expect(
      outcome.output == """
        <expression>

        They part in the update of step 1: w becomes 1.5, and 2.5 with rate=0.25.

        step  loss  with rate=0.25
        1     4     4
        2     0     4
        3     0     4

        """)
  }

  @Test func `trainings that do not part say so`() throws {
    let arguments = ["train", "-e", Self.line, "--steps", "2", "--against", "w=1/2"]
    let text = try Program.run(arguments)
    #expect(text.output.contains("With w=1/2 every number of 2 steps is the same."))
    let json = try Program.run(arguments + ["--format", "json"])
    #expect(json.status == 0 && json.output.hasSuffix("\"difference\": null}\n"))
  }

  @Test(arguments: ["rate=fast", "ww=3", "rate", "L=2", "x=ones(2", "zero_grad=maybe"])
  func `what cannot be changed is wrong usage`(against: String) throws {
    let outcome = try Program.run("train", "-e", Self.line, "--against", against)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains("--against"))
  }

  @Test func `a unit that died is warned of`() throws {
    let outcome = try Program.run("train", SceneFiles.path("dying-relu.txt"))
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == """
        warning: w has received no gradient since step 5: h is 0 in step 12.
        warning: Elements of b have received none for some steps, either.

        """)
  }
}
