/// One mistake in a scene: where, what, and the likely repair.
package struct Diagnostic: Hashable, Sendable {
  /// What is wrong, as data; the wording lives with the type.
  package let message: String
  /// The part of the text to underline; empty at the end of the text.
  package let range: SourceRange
  /// The likely fix, in the user's words; nil where there is none.
  package let help: String?
}
