extension Double {
  /// The fewest digits that read back to the same number: `2`, `0.1`, `1e-05`, `nan`, `inf`.
  package var shortestSpelling: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
