package import Autograd

/// Inputs with the labels they belong to, a row each.
package struct Samples: Hashable, Sendable {
  /// As many rows as there are samples.
  package let inputs: Tensor
  /// A vector: a whole number from 0 for every sample.
  package let labels: Tensor

  package init(inputs: Tensor, labels: Tensor) {
    self.inputs = inputs
    self.labels = labels
  }
}
