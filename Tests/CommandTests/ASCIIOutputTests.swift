import Testing

struct ASCIIOutputTests {
  static let scene = "# L = σ(w·x²) → é\né = 2; w₁ = 3; L = sigmoid(w₁ * é^2)^2"

  @Test(
    arguments: [
      ["eval"], ["eval", "--format", "json"], ["trace"], ["trace", "--format", "json"],
      ["trace", "--format", "markdown"], ["check"], ["check", "--format", "json"], ["render"],
      ["render", "--size", "60x9"], ["render", "--format", "ansi"], ["view"],
      ["export", "--format", "json"], ["export", "--format", "jax"],
      ["export", "--format", "pytorch"],
    ])
  func `nothing outside ASCII comes out where ASCII was asked for`(arguments: [String]) throws {
    let outcome = try Program.run(arguments + ["--ascii", "-e", Self.scene])
    #expect(outcome.status == 0)
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `a power stays a power, and names that differ stay different`() throws {
    let arguments = ["--ascii", "-e", "é = 2; è = 3; L = é^2 * è"]
    let picture = try Program.run(["render"] + arguments).output
    #expect(picture.contains("= ?^2"))
    let trace = try Program.run(["trace"] + arguments).output
    #expect(trace.contains("v3 = \\u{E9}^2 = 2^2 = 4"))
    #expect(trace.contains("dL/d\\u{E8} = dL/dL * v3 = 1 * 4 = 4, final"))
  }

  @Test func `JSON in ASCII reads back to the same text`() throws {
    let outcome = try Program.run("eval", "--ascii", "--format", "json", "-e", "# σ\nw₁ = 2")
    #expect(outcome.output.hasPrefix(#"{"scene": "<expression>", "title": "\u03c3", "#))
    #expect(outcome.output.contains(#""name": "w\u2081""#))
  }

  @Test func `a program in Python in ASCII keeps the names`() throws {
    let arguments = ["--ascii", "--format", "jax", "-e", "w₁ = 2; 𝐱 = 3; L = w₁ * 𝐱"]
    let program = try Program.run(["export"] + arguments).output
    #expect(program.contains(#"w1 = leaves["w\u2081"]"#))
    #expect(program.contains(#"u1d431 = leaves["\U0001d431"]"#))
  }

  @Test func `the table of operations has its ASCII too`() throws {
    let outcome = try Program.run("operations", "--ascii")
    #expect(outcome.output.contains("d/dx"))
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
  }
}
