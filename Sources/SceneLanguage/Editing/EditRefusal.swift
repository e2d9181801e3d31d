/// Why an edit of the text cannot be made, in a sentence for the reader.
package struct EditRefusal: Error, Hashable, Sendable {
  package let reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

extension EditRefusal {
  static func computed(_ name: String) -> EditRefusal {
    EditRefusal(reason: "\(name.sanitized) is computed; only a number in the text can be edited")
  }

  static let withoutText = EditRefusal(reason: "this number is not in the text")

  static let notConstant = EditRefusal(
    reason: "only a number, or a formula without names such as pi/2, can stand here")

  static func unknown(_ name: String, near: String?) -> EditRefusal {
    let suggestion = near.map { "; did you mean '\($0.sanitized)'?" } ?? ""
    return EditRefusal(reason: "no name '\(name.sanitized)' in this scene" + suggestion)
  }

  /// - Parameters:
  ///   - line: where the first of them is made.
  ///   - isInLayer: whether a call such as `mlp` makes it.
  static func withoutLines(_ names: [String], line: Int, isInLayer: Bool) -> EditRefusal {
    let shown = names.prefix(4).map(\.sanitized).separated(by: ", ")
    let more = names.count > 4 ? " and \(names.count - 4) more" : ""
    let has = names.count == 1 ? "has no line of its own" : "have no lines of their own"
    let repair =
      isInLayer
      ? "write the layer out with parameters such as 'param W = kaiming(2, 16)', as 'linear(x, W, b)'"
      : "give each a line such as 'param w = 0.5'"
    return EditRefusal(
      reason: "\(shown)\(more) \(has), line \(line) makes more than one: \(repair)")
  }

  static func commentInside(_ name: String, line: Int) -> EditRefusal {
    EditRefusal(
      reason: "a comment inside the value of \(name.sanitized) on line \(line) would be lost: "
        + "move it above the line")
  }

  static func tooLong(_ bytes: Int, limit: Int) -> EditRefusal {
    EditRefusal(
      reason: "with all its numbers written out the scene could have \(bytes) bytes, and the limit "
        + "is \(limit); --maximum-source raises it")
  }

  static func notFinite(_ name: String, _ value: Double) -> EditRefusal {
    EditRefusal(
      reason: "\(name.sanitized) has become \(value.shortestSpelling): train with a lower rate")
  }

  static func unspellable(_ value: Double) -> EditRefusal {
    EditRefusal(reason: "\(value.shortestSpelling) cannot be written inside a formula")
  }

  init(_ diagnostic: Diagnostic) {
    reason = diagnostic.message + (diagnostic.help.map { "; " + $0 } ?? "")
  }
}
