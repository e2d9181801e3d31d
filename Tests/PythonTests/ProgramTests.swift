import Autograd
import Export
import Foundation
import Playback
import Testing

/// The exported programs, run by Python. Where that cannot be had, a line on standard error says
/// why.
@Suite(.enabled(if: PythonEnvironment.isThere, "there is no Python with JAX: see above"))
struct ProgramTests {
  @Test func `JAX agrees about every scene, and about every primitive at its kinks`() throws {
    try PythonProgram.expectAgreement(try Self.programs(for: .jax))
  }

  @Test(arguments: [PythonLibrary.jax, .torch].map(\.name))
  func `names that Python does not know, and nodes without a gradient, change nothing`(
    library: String
  ) throws {
    // PyTorch's program is read all the same where it cannot be run.
    let library = library == PythonLibrary.jax.name ? PythonLibrary.jax : .torch
    let program = PythonProgram(
      try run(
        """
        # A "\\ title \u{2028} of σ
        def f(x, y) = relu(x * y) + y^2
        lambda = 2
        σ = -1
        w₁ = 0.5
        w1 = 3
        zero = 4
        const k = 2
        u = k * k
        b = f(σ, w₁) * f(lambda, w1) + zero
        unused = log(σ) * u
        output b
        """, named: "a\n\"b.txt"),
      named: "names", library: library)
    try demandSyntax(program)
    if library.name == PythonLibrary.jax.name || PythonEnvironment.hasTorch {
      try PythonProgram.expectAgreement([program])
    }
  }

  @Test func `a graph whose output is a constant has no gradients`() throws {
    let outcome = try #require(
      try PythonProgram.run([
        PythonProgram(try run("const L = 3"), named: "constant", library: .jax)
      ]).first)
    #expect(outcome.said == "1 values and 0 gradients agree\n")
  }

  @Test func `a number with a digit too few is found, with its name, line and both numbers`() throws
  {
    let program = PythonProgram(
      try run("x = 2\nw = 0.5\nL = w * x^2 - 10"), named: "short", library: .jax)
    let places = [
      ("(3, -8.0, 1.0)", "(3, -.0, 1.0)", "L (line 3): the value is -8.0, backprop-tui has -0.0"),
      ("(1, 2.0, 2.0)", "(1, 2.0, .0)", "x (line 1): the gradient is 2.0, backprop-tui has 0.0"),
      ("jnp.array(0.5),", "jnp.array(0.),", "w (line 2): the value is 0.0, backprop-tui has 0.5"),
      ("(3, 10.0, None)", "(3, 1.0, None)", "v5 (line 3): the value is 10.0, backprop-tui has 1.0"),
    ]
    let programs = places.map { whole, short, _ in
      var changed = program
      changed.text = program.text.replacing(whole, with: short)
      #expect(changed.text != program.text)
      return changed
    }
    for (outcome, place) in zip(try PythonProgram.run(programs), places) {
      #expect(outcome.status == 1)
      #expect(outcome.said.contains(place.2 + "\n"), "\(outcome.said)")
      #expect(!outcome.said.contains("agree"))
    }
  }

  @Test func `a number is held to the size of those that it is computed from`() throws {
    var program = PythonProgram(
      try run("x = 1e30\na = x * x\ny = 2\nb = y + 1\nc = b - 3\nL = c * y"), named: "sizes",
      library: .jax)
    try PythonProgram.expectAgreement([program])
    let stated = program.text
    program.text = stated.replacing(#""b": (4, 3.0,"#, with: #""b": (4, 3.000001,"#)
    #expect(program.text != stated)
    let outcome = try #require(try PythonProgram.run([program]).first)
    #expect(outcome.said == "b (line 4): the value is 3.0, backprop-tui has 3.000001\n")
  }

  @Test(.enabled(if: PythonEnvironment.hasTorch, "PyTorch is not in .build/python"))
  func `PyTorch agrees about every scene, and about every primitive at its kinks`() throws {
    try PythonProgram.expectAgreement(try Self.programs(for: .torch))
  }

  @Test func `PyTorch's programs are Python`() throws {
    for program in try Self.scenes(for: .torch) { try demandSyntax(program) }
  }

  private static func scenes(for library: PythonLibrary) throws -> [PythonProgram] {
    let files = try sceneFiles()
    #expect(files.count >= 20)
    return try files.map { file in
      PythonProgram(try run(file.text, named: file.name), named: file.name, library: library)
    }
  }

  private static func programs(for library: PythonLibrary) throws -> [PythonProgram] {
    try scenes(for: library) + PrimitiveScenes.programs(for: library)
  }

  /// Compiles a program without running it.
  private func demandSyntax(_ program: PythonProgram) throws {
    let environment = try #require(PythonEnvironment.shared)
    let source = "import sys; compile(sys.stdin.read(), 'program', 'exec')"
    let outcome = try Command.run(environment.python.path, ["-c", source], input: program.text)
    #expect(outcome.status == 0, "\(program.name): \(outcome.errors)")
  }
}
