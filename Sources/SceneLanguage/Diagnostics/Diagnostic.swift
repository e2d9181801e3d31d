/// One mistake in a scene: where, what, and the likely repair.
///
/// It is data: the kind, and the one or two words of the text it is about. The sentences are made
/// from the kind's row in `Diagnostic+Wording.swift`.
package struct Diagnostic: Hashable, Sendable {
  package let kind: Kind
  /// The part of the text to underline; empty at the end of the text.
  package let range: SourceRange
  /// What the sentence speaks of, as the text has it: a name, a sign.
  package let subject: String
  /// What the repair speaks of: a near name, a line number; empty where none is known.
  package let repair: String

  package init(
    _ kind: Kind, range: SourceRange, subject: String = "", repair: String = ""
  ) {
    self.kind = kind
    self.range = range
    self.subject = subject
    self.repair = repair
  }

  /// What is wrong, in the user's words.
  package var message: String { fill(kind.wording.message) }

  /// The likely fix; nil where there is none.
  package var help: String? {
    guard let help = kind.wording.help, !(help.contains("$2") && repair.isEmpty) else { return nil }
    return fill(help)
  }

  private func fill(_ sentence: String) -> String {
    sentence.replacing("$1", with: subject.sanitized).replacing("$2", with: repair.sanitized)
  }
}
