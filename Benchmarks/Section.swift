/// One part of the report.
struct Section {
  /// How the command line calls it.
  let name: String
  let title: String
  /// Measures and returns the table's rows; throws where a check of the results fails.
  let measure: () throws -> Table

  func report() {
    print("## \(title)\n")
    do {
      print(try measure().text)
    } catch {
      print("failed: \(error)\n")
    }
  }
}

/// A peer computed something else, so its time says nothing.
struct Disagreement: Error, CustomStringConvertible {
  let description: String
}
