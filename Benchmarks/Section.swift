/// One part of the report.
struct Section {
  /// How the command line calls it.
  let name: String
  let title: String
  /// Measures and returns the table's rows; throws where a check of the results fails.
  let measure: () throws -> Table

  /// Prints the section.
  ///
  /// - Returns: whether every competitor computed the same.
  func report() -> Bool {
    print("## \(title)\n")
    do {
      print(try measure().text)
      return true
    } catch {
      print("failed: \(error)\n")
      return false
    }
  }
}

/// A peer computed something else, so its time says nothing.
struct Disagreement: Error, CustomStringConvertible {
  let description: String
}
