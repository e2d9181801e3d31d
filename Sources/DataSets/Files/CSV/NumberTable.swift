package import Autograd

/// A table of numbers with names for its columns.
package struct NumberTable: Hashable, Sendable {
  /// A name for each column: the file's own, or `column 1`, `column 2`, …
  package let names: [String]
  /// Whether the names are the file's own.
  package let hasHeader: Bool
  /// A row for each sample, a column for each name.
  package let values: Tensor

  package init(names: [String], hasHeader: Bool, values: Tensor) {
    self.names = names
    self.hasHeader = hasHeader
    self.values = values
  }

  /// The column of a name as a vector; nil where there is none.
  package func column(named name: String) -> Tensor? {
    guard let column = names.firstIndex(of: name) else { return nil }
    let elements = stride(from: column, to: values.elements.count, by: names.count)
      .map { values.elements[$0] }
    return Tensor(elements, shape: Shape([elements.count]))
  }
}
