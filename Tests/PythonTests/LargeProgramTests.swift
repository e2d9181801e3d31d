import Export
import Foundation
import Playback
import Testing

/// Programs in which leaves are packed and numbers stated by their sums.
@Suite(.enabled(if: PythonEnvironment.isThere, "there is no Python with JAX: see above"))
struct LargeProgramTests {
  /// The scenes of `scenes/large`, but with 2,000 digits in place of 60,000: the same operations on
  /// fewer rows. In a debug build all of them take more than a minute.
  private static func scenes() throws -> [(name: String, text: String)] {
    try sceneFiles(in: "scenes/large").map { file in
      (file.name, file.text.replacing("digits(60000,", with: "digits(2000,"))
    }
  }

  @Test func `JAX agrees about the large scenes`() throws {
    let scenes = try Self.scenes()
    #expect(scenes.count >= 3 && !scenes.contains { $0.text.contains("digits(60000") })
    try PythonProgram.expectAgreement(
      try scenes.map { scene in
        PythonProgram(try run(scene.text, named: scene.name), named: scene.name, library: .jax)
      })
  }

  private static let scene = """
    const whole = eye(120)
    const ramp = arange(14400)
    param W = randn(120, 120, seed: 3)
    h = tanh(W @ whole)
    hole = log(relu(W))
    y = h + reshape(ramp, 120, 120) / 10000
    L = mean(y^2)
    output L
    """

  private func program(_ library: PythonLibrary = .jax) throws -> PythonProgram {
    PythonProgram(try run(Self.scene), named: "large", library: library)
  }

  @Test func `small integers, other numbers, and what is not finite are unpacked and agree`() throws
  {
    let program = try program()
    #expect(program.text.contains(#"""", "u1", 1, (120, 120,))),"#))
    #expect(program.text.contains(#"""", "<u2", 1, (14400,))),"#))
    #expect(program.text.contains(#"""", "<f8", 1, (120, 120,))),"#))
    #expect(program.text.utf8.count < 600_000)
    try PythonProgram.expectAgreement([program])
  }

  @Test func `a number that is wrong, or at another's place, is found wherever it is`() throws {
    let program = try program()
    let changes = [
      ("values['h'][5, 7] += 1e-3", "h (line 4): the value has the sum "),
      ("values['h'][5, 7] += 1e-3", "h (line 4): the value has the weighted sum "),
      ("values['h'] = values['h'].T", "h (line 4): the value has the weighted sum "),
      ("values['h'][5, 7] *= -1", "h (line 4): the value has the sum "),
      ("values['h'][0, 17] += 1e-6", "h (line 4): the value at [0, 17] is "),
      ("values['h'] = values['h'][:60]", "h (line 4): the value has shape (60, 120), backprop-tui"),
      ("gradients['W'][119, 119] = 1", "W (line 3): the gradient has the norm "),
      (
        "del gradients['W']",
        "W (line 3): the gradient is missing here, backprop-tui has 848 of 14400"
      ),
      ("pass", ""),
    ]
    let programs = changes.map { change, _ in
      var changed = program
      changed.text = program.text.replacing(
        "\n\nlines = {",
        with: """

          values, gradients = ({n: np.array(a) for n, a in d.items()} for d in (values, gradients))
          \(change)

          lines = {
          """)
      #expect(changed.text != program.text)
      return changed
    }
    for (outcome, change) in zip(try PythonProgram.run(programs), changes) {
      #expect((outcome.status == 1) == !change.1.isEmpty, "\(outcome.said)")
      #expect(outcome.said.contains(change.1.isEmpty ? "agree" : change.1), "\(outcome.said)")
    }
  }

  @Test func `PyTorch's program is Python`() throws {
    let environment = try #require(PythonEnvironment.shared)
    let source = "import sys; compile(sys.stdin.read(), 'program', 'exec')"
    let outcome = try Command.run(
      environment.python.path, ["-c", source], input: try program(.torch).text)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
