import ArgumentParser

/// `NAME=EXPRESSION`, as `--set` takes it.
struct Assignment: ExpressibleByArgument, CustomStringConvertible {
  let name: String
  let expression: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = Self.trimmed(parts[0])
    expression = Self.trimmed(parts[1])
  }

  var description: String { "\(name)=\(expression)" }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    let end = start.lastIndex { $0 != " " } ?? start.startIndex
    return start.isEmpty ? "" : String(start[...end])
  }
}
