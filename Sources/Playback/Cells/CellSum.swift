package import Autograd

/// The sum that makes one element of a value, or of what an edge adds to a gradient.
///
/// ```
/// ∂L/∂W[1, 0] = Σ_k X[k, 1]·∂L/∂Y[k, 0] = 2·0.25 + 5·-0.5 = -2
/// ```
package struct CellSum: Hashable, Sendable {
  /// What it makes: `∂L/∂W[1, 0]`.
  package let left: String
  /// `+=` where other edges add to the same gradient, else `=`.
  package let relation: String
  /// The sum over names of elements.
  package let rule: String
  /// The numbers for the names, a long sum's middle left out; empty where that says nothing new.
  package let numbers: String
  /// How many terms there are.
  package let count: Int
  /// With all digits.
  package let total: Double
  /// Which row meets which column, what was copied, what fans out; empty where the sum says it.
  package let words: String
  /// The elements that are read.
  package let lit: [Lit]
  let digits: Digits

  /// Elements of a tensor that a sum is made of.
  package struct Lit: Hashable, Sendable {
    package let node: NodeID
    package let field: Field
    package let elements: [Int]

    package init(node: NodeID, field: Field, elements: [Int]) {
      self.node = node
      self.field = field
      self.elements = elements
    }
  }

  package var text: String {
    let result = NumberText.text(of: total, digits: digits)
    let parts = [rule, numbers, result].filter { !$0.isEmpty }
    let steps = parts.indices.filter { $0 == 0 || parts[$0] != parts[$0 - 1] }
    return "\(left) \(relation) " + steps.map { parts[$0] }.joined(separator: " = ")
  }
}

/// One element of a node, as far as it is known at a moment.
package struct CellReport: Hashable, Sendable {
  /// `W[1, 0]`.
  package let name: String
  package let value: Double?
  package let gradient: Double?
  /// How the value comes about, then what each edge has added to the gradient so far.
  package let sums: [CellSum]
}
