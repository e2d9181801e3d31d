/// A line in a node's box: its value, or its gradient.
package enum Field: String, Hashable, Sendable, CaseIterable {
  case data, grad
}
