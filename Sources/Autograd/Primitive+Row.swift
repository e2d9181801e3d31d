extension Primitive {
  /// Everything there is to know about an operation, in one place.
  ///
  /// A row is written with `unary` or `binary`, which turn its one-line functions into the loops
  /// of the bulk path. Both are inlined into the table, where the functions are literals, so that
  /// the compiler puts the function's body into the loop: the table one reads is the fast path.
  struct Row: Sendable {
    let name: String
    let notation: Notation
    let arity: Int
    /// Whether exchanging the operands changes nothing.
    let isSymmetric: Bool
    let defaults: [Double]
    let summary: String
    let rules: [Rule]
    let convention: String?
    let samples: [[Double]]
    let kink: (@Sendable (_ x: Double, _ y: Double) -> Double)?
    /// Nil where the libraries' functions have the primitive's name and choices.
    let python: Primitive.Python?

    let value: @Sendable (_ x: Double, _ y: Double) -> Double
    let firstDerivative: @Sendable (_ x: Double, _ y: Double, _ out: Double) -> Double
    let secondDerivative: @Sendable (_ x: Double, _ y: Double, _ out: Double) -> Double
    /// The value with both derivatives, for recording.
    let linearization: @Sendable (_ x: Double, _ y: Double) -> Linearization
    let forward: @Sendable (Run) -> Void
    let backward: @Sendable (Run) -> Void

    /// The value along a stretch of elements.
    let map: @Sendable (ElementRun, _ out: UnsafeMutablePointer<Double>) -> Void
    /// The pullback along a stretch of elements, by slot.
    let pull: @Sendable (ElementRun, ElementRun.Pull, _ slot: Int) -> Void
    /// What the primitive does where it is not element-wise; nil where it is.
    let tensorRule: (any TensorRule)?
  }

  /// A value and its derivatives with respect to both operands; 0 for an operand that is missing.
  struct Linearization {
    let out: Double
    let first: Double
    let second: Double
  }
}

extension Primitive.Row {
  @inline(__always)
  static func unary(
    _ name: String, _ summary: String, printed: String? = nil,
    notation: Primitive.Notation? = nil, rule: Primitive.Rule, convention: String? = nil,
    samples: [Double],
    kink: (@Sendable (_ x: Double, _ y: Double) -> Double)? = nil,
    python: Primitive.Python? = nil,
    value: @escaping @Sendable (_ x: Double) -> Double,
    derivative: @escaping @Sendable (_ x: Double, _ out: Double) -> Double
  ) -> Self {
    Self(
      name: name, notation: notation ?? .call(printed: printed ?? name), arity: 1,
      isSymmetric: false, defaults: [], summary: summary, rules: [rule], convention: convention,
      samples: samples.map { [$0] },
      kink: kink, python: python,
      value: { x, _ in value(x) },
      firstDerivative: { x, _, out in derivative(x, out) },
      secondDerivative: { _, _, _ in 0 },
      linearization: { x, _ in
        let out = value(x)
        return Primitive.Linearization(out: out, first: derivative(x, out), second: 0)
      },
      forward: { run in run.visit { node in run.set(value(run.first(node)), at: node) } },
      backward: { run in
        run.visitReversed { node in
          let local = derivative(run.first(node), run.out(node))
          run.add(run.gradient(node) * local, toFirstOf: node)
        }
      },
      map: { run, out in run.map(to: out) { x, _ in value(x) } },
      pull: { run, pull, _ in run.pull(pull) { x, _, out in derivative(x, out) } },
      tensorRule: nil)
  }

  @inline(__always)
  static func binary(
    _ name: String, _ summary: String, notation: Primitive.Notation? = nil,
    isSymmetric: Bool = false, defaults: [Double] = [], rules: [Primitive.Rule],
    convention: String? = nil,
    samples: [[Double]], kink: (@Sendable (_ x: Double, _ y: Double) -> Double)? = nil,
    python: Primitive.Python? = nil,
    value: @escaping @Sendable (_ x: Double, _ y: Double) -> Double,
    first: @escaping @Sendable (_ x: Double, _ y: Double, _ out: Double) -> Double,
    second: @escaping @Sendable (_ x: Double, _ y: Double, _ out: Double) -> Double
  ) -> Self {
    Self(
      name: name, notation: notation ?? .call(printed: name), arity: 2,
      isSymmetric: isSymmetric, defaults: defaults, summary: summary, rules: rules,
      convention: convention, samples: samples, kink: kink,
      python: python,
      value: value, firstDerivative: first, secondDerivative: second,
      linearization: { x, y in
        let out = value(x, y)
        return Primitive.Linearization(out: out, first: first(x, y, out), second: second(x, y, out))
      },
      forward: { run in
        run.visit { node in run.set(value(run.first(node), run.second(node)), at: node) }
      },
      backward: { run in
        run.visitReversed { node in
          let (x, y, out) = (run.first(node), run.second(node), run.out(node))
          let upstream = run.gradient(node)
          run.add(upstream * first(x, y, out), toFirstOf: node)
          run.add(upstream * second(x, y, out), toSecondOf: node)
        }
      },
      map: { run, out in run.map(to: out, value) },
      pull: { run, pull, slot in
        if slot == 0 { run.pull(pull, first) } else { run.pull(pull, second) }
      },
      tensorRule: nil)
  }

  /// A primitive that is not element-wise: what it does is in its rule, and what its rows' functions
  /// of single numbers would be is not asked.
  static func tensor(
    _ name: String, _ summary: String, arity: Int = 1, notation: Primitive.Notation? = nil,
    rules: [Primitive.Rule], convention: String? = nil, python: Primitive.Python? = nil,
    _ rule: any TensorRule
  ) -> Self {
    Self(
      name: name, notation: notation ?? .call(printed: name), arity: arity, isSymmetric: false,
      defaults: [], summary: summary, rules: rules, convention: convention, samples: [], kink: nil,
      python: python, value: { _, _ in .nan }, firstDerivative: { _, _, _ in .nan },
      secondDerivative: { _, _, _ in .nan },
      linearization: { _, _ in Primitive.Linearization(out: .nan, first: .nan, second: .nan) },
      forward: { _ in }, backward: { _ in }, map: { _, _ in }, pull: { _, _, _ in },
      tensorRule: rule)
  }
}
