import Autograd
import RandomNumbers
import SceneLanguage
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1 - out^2", "1 - out²"), ("out * (1 - out)", "out · (1 - out)"),
    ("y * x^(y - 1)", "y · x^(y - 1)"), ("-x^2", "-x²"), ("(-x)^2", "(-x)²"),
    ("a * (-0.5)", "a · (-0.5)"), ("(-2)^2", "(-2)²"), ("-2^2", "-2²"),
    ("sigmoid(b) / c", "σ(b) / c"), ("a - (b - c)", "a - (b - c)"), ("a - b - c", "a - b - c"),
    ("2^3^2", "2^(3²)"), ("(x^2)^3", "(x²)³"), ("-2 * x", "-2 · x"), ("x^12", "x¹²"),
    ("leaky_relu(x, 0.2)", "leaky_relu(x, 0.2)"), ("pi / 2", "pi / 2"),
  ])
  func `a formula is printed with as few parentheses as keep its meaning`(
    source: String, mathematical: String
  ) throws {
    let expression = try #require(Expression(source))
    #expect(expression.text(.source) == source)
    #expect(expression.text(.mathematical) == mathematical)
  }

  @Test(arguments: [
    ("pi/2", Double.pi / 2), ("-1e-3", -1e-3), ("2^-1", 0.5), ("-3^2", -9), ("2**3**2", 512),
    ("1/3", 1.0 / 3), ("sqrt(2)", 2.0.squareRoot()), ("1_000 + .5", 1000.5), ("8/4/2", 1),
    ("- 2 * 3", -6), ("2 - -2", 4), ("--2", 2), ("+3", 3), ("1/0", .infinity), ("2.", 2),
    ("1e400", .infinity),
    ("0.1000000000000000055511151231257827", 0.1),
    ("0.1e1", 1), ("5e-324", .leastNonzeroMagnitude), ("9007199254740993", 9_007_199_254_740_992),
    (".5e1", 5),
    ("leaky_relu(-1, slope: 0.25)", -0.25), ("( 1 +\n 2 )", 3),
  ])
  func `a constant expression has its value`(text: String, value: Double) throws {
    #expect(try #require(Expression(text)).evaluate() == value)
  }

  @Test(arguments: [
    "", " ", "2 3", "2)", "(2", "1 +", "x +", "2 # two", "f(2)", "[1]", "a = 2", "2\n3", "sin()",
    "\"x\"", "x[0]", "2;", "maximum(1)", "leaky_relu(slope: 2, 1)",
  ])
  func `what is no formula is none`(text: String) {
    #expect(Expression(text) == nil)
  }

  @Test func `names are listed once and can be replaced`() throws {
    let rule = try #require(Expression("y * x^(y - 1)"))
    #expect(rule.names == ["y", "x"])
    #expect(rule.evaluate { $0 == "x" ? 3 : 2 } == 6)
    #expect(rule.evaluate { $0 == "x" ? 3 : nil } == nil)
    let numbers = rule.substituting {
      .number($0 == "x" ? -1.13456789 : 2, shown: $0 == "x" ? "-1.135" : "2")
    }
    #expect(numbers.text(.mathematical) == "2 · (-1.135)^(2 - 1)")
    #expect(numbers.evaluate() == 2 * -1.13456789)
    let symbols = rule.substituting { $0 == "x" ? .name("x", shown: "∂L/∂b") : nil }
    #expect(symbols.text(.mathematical) == "y · ∂L/∂b^(y - 1)")
  }

  @Test func `every rule of every primitive is a formula over its operands and its value`() throws {
    for primitive in Primitive.elementwise {
      for rule in primitive.rules {
        for form in rule.cases {
          let expression = try #require(Expression(form.formula), "\(form.formula)")
          #expect(Set(expression.names).isSubset(of: ["x", "y", "out"]))
          #expect(Expression(expression.text(.source)) == expression, "\(form.formula)")
        }
      }
    }
  }

  @Test func `what is printed as source reads back to the same formula`() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<5_000 {
      let expression = Expression.random(&random, size: Int(random.next() % 12) + 1)
      let text = expression.text(.source)
      let again = try #require(Expression(text), "\(text)")
      #expect(again.text(.source) == text)
      #expect(again.shape == expression.shape, "\(text)")
    }
  }

  @Test func `a sum of a hundred thousand terms is read, evaluated and printed`() throws {
    let text = repeatElement("1", count: 100_000).joined(separator: " + ")
    let expression = try #require(Expression(text))
    #expect(expression.evaluate() == 100_000)
    #expect(expression.text(.source).utf8.count == text.utf8.count)
  }
}

extension Expression {
  /// The terms without how they are shown.
  fileprivate var shape: [String] {
    terms.map { term in
      switch term {
      case .number(let value, _): value.shortestSpelling
      case .name(let name, _): name
      case .apply(let primitive, let count): "\(primitive.name)/\(count)"
      }
    }
  }

  fileprivate static func random(_ random: inout SplitMix64, size: Int) -> Expression {
    guard size > 1 else {
      switch random.next() % 4 {
      case 0: return .number(Double(random.next() % 5))
      case 1: return .number(-Double(random.next() % 100) / 8 - 1)
      case 2: return .number(1e-7 * Double(random.next() % 100))
      default: return .name(["x", "y", "w₁", "größe"][Int(random.next() % 4)])
      }
    }
    let primitive = Primitive.elementwise[Int(random.next() % UInt64(Primitive.elementwise.count))]
    if primitive.arity == 1 { return .applying(primitive, to: [.random(&random, size: size - 1)]) }
    let left = Int(random.next() % UInt64(size - 1)) + 1
    return .applying(
      primitive,
      to: [.random(&random, size: left), .random(&random, size: max(1, size - 1 - left))])
  }
}
