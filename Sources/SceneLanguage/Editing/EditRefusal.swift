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

  static func unspellable(_ value: Double) -> EditRefusal {
    EditRefusal(reason: "\(value.shortestSpelling) cannot be written inside a formula")
  }

  init(_ diagnostic: Diagnostic) {
    reason = diagnostic.message + (diagnostic.help.map { "; " + $0 } ?? "")
  }
}
