extension Primitive {
  /// The local derivative with respect to one operand, as text in the scene language over
  /// `x`, `y` (the operands) and `out` (the value), by cases where it is defined piecewise.
  public struct Rule: Sendable {
    /// Never empty; the last one also covers operands to which no condition applies (NaN).
    public let cases: [Case]

    /// The case that applies at the operands.
    public func applied(x: Double, y: Double = 0) -> Case? {
      cases.first { $0.holds(x: x, y: y) } ?? cases.last
    }

    /// What the rule reads, over all of its cases, conditions included.
    public var reads: Reads {
      cases.reduce([]) { $0.union($1.reads).union($1.condition.map(Reads.init(text:)) ?? []) }
    }

    /// A formula and when it applies.
    public struct Case: Sendable {
      /// An expression of the scene language: `"1 - out^2"`.
      public let formula: String
      /// When the case applies, in words: `"x > 0"`; nil where there is only one.
      public let condition: String?
      init(_ formula: String, when condition: String? = nil) {
        self.formula = formula
        self.condition = condition
      }

      // The texts are read when they are asked for: a program that starts asks for none.

      /// What the formula reads.
      public var reads: Reads { Reads(text: formula) }

      func holds(x: Double, y: Double) -> Bool {
        guard let condition else { return true }
        return Comparison.all(in: condition).allSatisfy { $0.holds(x: x, y: y) }
      }
    }
  }
}

extension Primitive.Rule: ExpressibleByStringLiteral {
  /// A rule with one case.
  public init(stringLiteral formula: String) { cases = [Case(formula)] }
}

extension Primitive.Rule: ExpressibleByDictionaryLiteral {
  /// A rule by cases, tried in order: `["x > 0": "1", "x <= 0": "exp(x)"]`.
  public init(dictionaryLiteral elements: (String, String)...) {
    cases = elements.map { condition, formula in Case(formula, when: condition) }
  }
}
