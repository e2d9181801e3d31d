import Autograd
import Foundation
import Playback
import Testing

@testable import Export

struct PythonReportTests {
  private func script(_ text: String, named name: String = "a.txt", _ library: PythonLibrary = .jax)
    throws -> String
  {
    let run = try run(text, named: name)
    return written { PythonReport(run: run, library: library).write(to: &$0) }
  }

  @Test func `a JAX program has one line a node, with the line of the scene`() throws {
    let script = try script("a = 2  \nb = -a\nconst k = 3\nL = sigmoid(b * k)\nc = a * k\noutput L")
    #expect(
      script.contains(
        #"""
        leaves = {
            "a": jnp.array(2.0),  # line 1
        }


        def graph(leaves, zero):
            """Every node of the graph, by name.

            Adding a zero changes no value, but the derivative with respect to it is the gradient of
            the node it is added to.
            """
            a = leaves["a"] + zero["a"]  # line 1
            b = -a + zero["b"]  # line 2
            k = jnp.array(3.0)  # line 3
            v3 = b * k + zero["v3"]  # line 4
            L = jax.nn.sigmoid(v3) + zero["L"]  # line 4
            c = a * k  # line 5
            return {
                "a": a, "b": b, "k": k, "v3": v3, "L": L, "c": c,
            }
        """#))
    #expect(script.contains(#"    "L": (4, 0.0024726231566347748, 1.0),"#))
    #expect(script.contains(#"    "c": (5, 6.0, None),"#))
  }

  @Test func `a PyTorch program needs nothing beside the operations`() throws {
    let script = try script("a = 2\nL = exp(-a)", .torch)
    #expect(
      script.contains(
        """
            a = leaves["a"]  # line 1
            v1 = -a  # line 2
            L = torch.exp(v1)  # line 2
        """))
    #expect(!script.contains("jax"))
  }

  @Test func `the scene's comments come first, and calls and parameters are said`() throws {
    let script = try script(
      "# Squares\n# Look closely.\n\ndef f(x) = x * x\nparam w = 2\nL = f(w)", named: "d/s.txt")
    #expect(
      script.hasPrefix("# s.txt: Squares\n# Look closely.\n#\n# The graph of this scene in JAX"))
    #expect(script.contains(#""w": jnp.array(2.0),  # line 5, parameter"#))
    #expect(script.contains(#"L = w * w + zero["L"]  # line 6, f#1"#))
  }

  @Test func `a function that JAX lacks is defined once, and only where it is used`() throws {
    #expect(try script("x = 2\nL = x^2 + x^3").components(separatedBy: "def power(").count == 2)
    #expect(try !script("x = 2\nL = x * x").contains("power"))
    #expect(try !script("x = 2\nL = x^2", .torch).contains("power"))
  }

  @Test(arguments: [
    ("σ", "sigma"), ("Ω", "Omega"), ("Σ", "Sigma"), ("w₁", "w1"), ("é", "u00e9"), ("ab_1", "ab_1"),
    ("lambda", "lambda_"), ("jnp", "jnp_"), ("leaves", "leaves_"), ("zero", "zero_"),
    ("𝐱", "u1d431"), ("x", "x"), ("y", "y"), ("node", "node"), ("array", "array"), ("nan", "nan_"),
    ("power", "power_"),
  ])
  func `a variable has a name that Python knows and the program does not use`(
    name: String, variable: String
  ) throws {
    let script = try script("\(name) = 2\nL = \(name) * \(name)")
    #expect(script.contains("    L = \(variable) * \(variable) + zero"))
    #expect(script.contains("    \(variable) = leaves[\"\(name)\"]"))
  }

  @Test func `names that would become one variable stay apart`() throws {
    let script = try script("w₁ = 2\nw1 = 3\nv3 = w₁ * w1\nL = v3 + w1 * w₁")
    #expect(script.contains(#"w1_ = leaves["w1"]"#))
    #expect(script.contains(#"v3 = w1 * w1_ + zero["v3"]"#))
    #expect(script.contains(##"v3_ = w1_ * w1 + zero["#3"]"##))
  }

  @Test func `nothing in a scene can become a statement of the program`() throws {
    let script = try script(
      "# a\u{2028}b\u{85}\"\"\"\n# c\\\nx = 1\nL = x", named: "d/a\nimport os\r\u{C}\u{1B}[2J.txt")
    let comments = script.split(separator: "\n", omittingEmptySubsequences: false).prefix(2)
    #expect(
      comments == [
        #"# a\nimport os\u{D}\u{C}\u{1B}[2J.txt: a\u{2028}b\u{85}""""#, #"# c\"#,
      ])
    #expect(!script.contains("\nimport os"))
  }

  @Test func `what is not finite has a name`() throws {
    let script = try script("x = 0\na = log(x)\nb = -a\nL = a + b")
    #expect(script.contains("(2, -inf, "))
    #expect(script.contains("(3, inf, "))
    #expect(script.contains("(4, nan, 1.0)"))
  }

  @Test func `numbers are floats that read back to the same`() {
    for (value, text) in [
      (2, "2.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e300, "1e+300"),
      (.leastNonzeroMagnitude, "5e-324"),
      (-1.0 / 0, "-inf"),
    ] {
      #expect(PythonText.numbers(Tensor(value), indentation: 0) == text)
    }
  }

  @Test func `a tensor is nested lists, a row a line where they are long`() {
    let matrix = Tensor([1, 2, 3, 4, 5, 6], shape: Shape([2, 3]))
    #expect(PythonText.numbers(matrix, indentation: 4) == "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]")
    #expect(
      PythonText.numbers(matrix.reshaped(Shape([3, 1, 2])), indentation: 4)
        == "[[[1.0, 2.0]], [[3.0, 4.0]], [[5.0, 6.0]]]")
    let long = Tensor((0..<40).map { Double($0) }, shape: Shape([2, 20]))
    #expect(
      PythonText.numbers(long, indentation: 4) == """
        [
                [
                    0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0,
                    16.0, 17.0, 18.0, 19.0,
                ],
                [
                    20.0, 21.0, 22.0, 23.0, 24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0, 32.0, 33.0,
                    34.0, 35.0, 36.0, 37.0, 38.0, 39.0,
                ],
            ]
        """)
  }

  @Test(arguments: [([0], "(0,)"), ([0, 3], "(0, 3,)"), ([2, 0], "(2, 0,)")])
  func `a tensor without elements keeps its shape`(extents: [Int], tuple: String) {
    let tensor = Tensor([], shape: Shape(extents))
    #expect(PythonText.numbers(tensor, indentation: 0) == "np.zeros(\(tuple))")
  }

  @Test func `every primitive has an expression over its operands in both libraries`() {
    for primitive in Primitive.all {
      for spelling in [primitive.python.jax, primitive.python.torch] {
        let text = spelling.filled([
          "axis": "", "dim": "", "dims": "()", "extents": "(1,)", "places": ":", "count": "3",
          "x": "left", "y": "right",
        ])
        #expect(text.contains("left") && !text.contains("{"), "\(primitive.name)")
        #expect(text.contains("right") == (primitive.arity == 2), "\(primitive.name)")
      }
    }
  }
}
