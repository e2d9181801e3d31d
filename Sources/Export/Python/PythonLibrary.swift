import Autograd

/// A Python library that differentiates, with what a program for it begins with and how it is asked
/// for values and gradients.
package struct PythonLibrary: Sendable {
  package let name: String
  let packages: String
  /// The imports and settings.
  let preamble: String
  /// A leaf or a constant; `{numbers}` stands for its value.
  let leaf: String
  /// The line that begins the function of the graph, and what it says about itself.
  let function: String
  /// What is added to every node that has a gradient; `{node}` stands for its key.
  let watched: String
  /// How `values` and `gradients` are computed; `{output}` stands for the output's key.
  let computation: String
  let spelling: @Sendable (Primitive.Python) -> Primitive.Python.Spelling

  /// What stands in front of a leaf's value, and behind it.
  var aroundLeaf: (before: String, after: String) {
    let parts = leaf.split(separator: "{numbers}", omittingEmptySubsequences: false)
    return (String(parts[0]), String(parts[parts.count - 1]))
  }

  func spelling(of primitive: Primitive) -> Primitive.Python.Spelling { spelling(primitive.python) }

  /// The variables a program uses inside of its graph: no node can have their names.
  var variables: Set<String> {
    let calls = Primitive.all.map { spelling(of: $0).filled(["x": "", "y": ""]) }
    let texts = calls + ["jax", "jnp", "torch", "np", "inf", "nan", "leaves", "large", "zero"]
    let words = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber && !"_.".contains($0) } }
    return Set(words.compactMap { $0.split(separator: ".").first.map(String.init) })
  }
}

extension PythonLibrary {
  package static let jax = Self(
    name: "JAX", packages: "jax numpy",
    preamble: """
      import sys

      import jax
      import jax.numpy as jnp
      import numpy as np
      from numpy import inf, nan

      jax.config.update("jax_platforms", "cpu")
      jax.config.update("jax_enable_x64", True)
      """,
    leaf: "jnp.array({numbers})",
    function: """
      def graph(leaves, zero):
          \"""Every node of the graph, by name.

          Adding a zero changes no value, but the derivative with respect to it is the gradient of
          the node it is added to.
          \"""
      """,
    watched: " + zero[{node}]",
    computation: """


      # -0.0 is the zero that leaves every number as it is, 0.0 and -0.0 included.
      zeros = {name: -0.0 for name, (_, _, gradient) in stated.items() if gradient is not None}
      values = graph(leaves, zeros)
      zeros = {name: jnp.full_like(values[name], zero) for name, zero in zeros.items()}
      output, pullback = jax.vjp(lambda zero: graph(leaves, zero)[{output}], zeros)
      (gradients,) = pullback(jnp.ones_like(output))

      """,
    spelling: \.jax)

  package static let torch = Self(
    name: "PyTorch", packages: "torch numpy",
    preamble: """
      import sys

      import numpy as np
      import torch
      from numpy import inf, nan

      torch.set_default_dtype(torch.float64)
      """,
    leaf: "torch.tensor({numbers}, requires_grad=True)",
    function: """
      def graph(leaves):
          \"""Every node of the graph, by name.\"""
      """,
    watched: "",
    computation: """


      nodes = graph(leaves)
      for node in nodes.values():
          if node.requires_grad:
              node.retain_grad()
      output = nodes[{output}]
      output.backward(torch.ones_like(output))
      values = {name: node.detach() for name, node in nodes.items()}
      gradients = {name: node.grad for name, node in nodes.items() if node.grad is not None}

      """,
    spelling: \.torch)
}
