import CellGrid
import Playback
import Testing
import Visualizer

@testable import Export

struct ReportTextTests {
  @Test func `eval shows each node's formula, value and gradient in columns`() throws {
    let run = try run("# Two uses\n\nx = 3\nk = 2 * x\nunused = x + 1\nL = k * x\noutput L")
    #expect(
      written { EvalReport(run: run).writeText(to: &$0) } == """
        test.txt: Two uses

        node              data  grad
        x       input     3     12
        2       constant  2
        k       = 2 * x   6     3
        1       constant  1
        unused  = x + 1   4     (L does not use it)
        L       = k * x   18    1

        """)
  }

  @Test func `trace numbers the steps and shows a note once a phase`() throws {
    let run = try run("# Fork\n\na = 3\nb = a + a  # both slots")
    #expect(
      written { TraceReport(run: run).writeText(to: &$0) }.split(separator: "\n").map {
        $0.prefix { $0 != "=" }
      } == [
        "test.txt: Fork", "forward", "  1  a ", "     # both slots", "  2  b ", "seed",
        "  3  ∂b/∂b ", "  4  ∂b/∂b ", "backward", "     # both slots", "  5  ∂b/∂a +",
        "  6  ∂b/∂a +", "  7  ∂b/∂a ",
      ])
  }

  @Test func `check names the line, what is stated, what is true and the difference`() throws {
    let run = try run("x = 3\nL = x * x\nexpect L = 9.5\nexpect grad(x) = 6")
    let text = written { CheckReport(run: run).writeText(to: &$0) }
    #expect(text.hasPrefix("test.txt: FAILED, 1 of 2 expectations not met, "))
    #expect(text.contains("  line 3: L is 9, stated 9.5, difference -0.5\n"))
  }

  @Test func `a gradient that is no number is not called a convention`() throws {
    let run = try run("x = 0\na = sqrt(x)\nL = 0 * a")
    let text = written { CheckReport(run: run).writeText(to: &$0) }
    #expect(text.contains("grad(x) = nan: no central difference compares with that"))
    #expect(!text.contains("convention"))
  }

  @Test func `a gradient at a kink is flagged and does not fail`() throws {
    let run = try run("x = 0\nL = relu(x)\nexpect grad(x) = 0")
    let report = CheckReport(run: run)
    #expect(report.passed)
    #expect(
      written { report.writeText(to: &$0) }.contains(
        "grad(x) = 0 at a kink: a convention, no central difference confirms it"))
  }

  @Test func `an expected gradient that does not exist fails`() throws {
    let run = try run("x = 3\nk = 2\nL = x * x\nexpect grad(k) = 3")
    let report = CheckReport(run: run)
    #expect(!report.passed)
    #expect(written { report.writeText(to: &$0) }.contains("there is no grad(k), stated 3"))
  }

  @Test func `nan and infinity can be expected`() throws {
    let run = try run("x = -1\na = log(x)\nb = 1 / (x + 1)\nL = a + b")
    #expect(run.values.contains { $0.isNaN })
    let text = written { EvalReport(run: run).writeText(to: &$0) }
    #expect(text.contains("nan"))
    #expect(text.contains("inf"))
  }

  @Test func `a scene that states its nan passes, and says that no difference confirms it`()
    throws
  {
    let run = try run("x = 0\nL = x / x\nexpect L = 0/0\nexpect grad(x) = 0/0")
    let report = CheckReport(run: run)
    #expect(report.passed)
    #expect(
      written { report.writeText(to: &$0) }
        == "test.txt: ok, 2 expectations, 2 gradients without a central difference: L is nan\n")
  }

  @Test func `a negative base stands in parentheses, as the language needs it`() throws {
    let run = try run("x = 2\nL = x * (-2)^2 - 1/3")
    let text = written { EvalReport(run: run).writeText(to: &$0) }
    #expect(text.contains("= (-2)^2 "))
  }

  @Test func `every primitive stands in the table of operations`() {
    let text = written { OperationsReport().writeText(to: &$0) }
    for name in ["x + y", "x^y", "-x", "tanh(x)", "maximum(x, y)", "leaky_relu(x, y)"] {
      #expect(text.contains("\n\(name) "), "\(name)")
    }
    #expect(text.contains("1 - out^2"))
  }

  @Test func `a picture shows what is known after a number of steps, and its corner if asked`()
    throws
  {
    let run = try run("x = 3\nL = x * x")
    func picture(_ cursor: Int, width: Int? = nil) -> String {
      let report = RenderReport(run: run, cursor: cursor, symbols: .ascii)
      return written { text in
        report.writeText(size: width.map { Size(width: $0, height: 3) }, to: &text)
      }
    }
    #expect(!picture(1).contains("9"))
    #expect(picture(run.stepCount).contains("grad  6"))
    let corner = picture(run.stepCount, width: 10).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(corner.count == 4)
    #expect(corner.allSatisfy { $0.count <= 10 })
  }

  @Test(arguments: [1, 100, 1_000])
  func `a picture drawn in bands is the picture drawn at once`(cells: Int) throws {
    let run = try run("x = 3\ny = x * x\nL = tanh(x) - y / x")
    let report = RenderReport(run: run, cursor: run.stepCount - 3, symbols: .unicode)
    func text(cells: Int) -> String {
      var text = ""
      report.forEachBand(size: nil, inShades: true, cells: cells) { band in
        for row in 0..<band.size.height { text += band.line(row) + "\n" }
      }
      return text
    }
    #expect(text(cells: cells) == text(cells: .max))
  }
}
