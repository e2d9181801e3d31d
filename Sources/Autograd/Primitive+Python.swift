extension Primitive {
  /// How Python programs write the primitive down.
  package struct Python: Sendable {
    package let jax: Spelling
    package let torch: Spelling

    /// The same expression in both: an operator.
    static func both(_ call: String) -> Self {
      Self(jax: Spelling(call: call), torch: Spelling(call: call))
    }

    /// - Parameter jaxDefinition: a function that the JAX expression calls and JAX does not have,
    ///   or has with another derivative where there is a choice.
    static func jax(_ jax: String, defining jaxDefinition: String? = nil, torch: String) -> Self {
      Self(jax: Spelling(call: jax, definition: jaxDefinition), torch: Spelling(call: torch))
    }

    /// The functions of the primitive's own name.
    static func named(_ name: String, arity: Int) -> Self {
      let operands = arity == 1 ? "({x})" : "({x}, {y})"
      return .jax("jnp.\(name)\(operands)", torch: "torch.\(name)\(operands)")
    }

    /// One library's expression.
    package struct Spelling: Sendable {
      /// Names in braces stand for what is put there: `"jnp.power({x}, {y})"`.
      package let call: String
      /// The lines of a function that the expression calls and the library does not have.
      package var definition: String?

      /// The expression with words in the places of the names.
      ///
      /// ```swift
      /// Primitive.named("pow")?.python.torch.filled(["x": "a", "y": "b"])   // "torch.pow(a, b)"
      /// ```
      package func filled(_ words: KeyValuePairs<String, String>) -> String {
        words.reduce(call) { text, word in text.replacing("{\(word.key)}", with: word.value) }
      }
    }
  }

  /// How Python programs write it down: an expression with the same value and, at a kink, with the
  /// same choice of a derivative.
  package var python: Python { Self.rows[Int(id)].python ?? .named(name, arity: arity) }
}
