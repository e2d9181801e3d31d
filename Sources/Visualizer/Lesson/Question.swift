/// Something only the user can decide, with the keys that decide it.
package struct Question: Hashable, Sendable {
  package let text: String
  package let answers: [Answer]

  package struct Answer: Hashable, Sendable {
    package let key: Key
    package let label: String
    package let decision: Decision
  }

  package enum Decision: Hashable, Sendable {
    case quitWithoutWriting
    case writeAndQuit
    case takeFromDisk(text: String)
    case keepEdits(over: String)
    case overwrite
    case stay
  }

  /// Whether it asks which of two texts to keep.
  var isAboutDisk: Bool {
    answers.contains { answer in
      if case .takeFromDisk = answer.decision { true } else { false }
    }
  }

  /// Asked by `q` while there are unsaved edits.
  package static let unsavedEdits = Question(
    text: "There are edits that were not written to the file.",
    answers: [
      Answer(key: .character("w"), label: "write and quit", decision: .writeAndQuit),
      Answer(key: .character("d"), label: "drop the edits and quit", decision: .quitWithoutWriting),
      Answer(key: .escape, label: "stay", decision: .stay),
    ])

  /// Asked when the file changed on disk while there are unsaved edits here.
  package static func changedOnDisk(text: String) -> Question {
    Question(
      text: "The file changed on disk, and there are unsaved edits here.",
      answers: [
        Answer(
          key: .character("t"), label: "take the file, drop the edits",
          decision: .takeFromDisk(text: text)),
        Answer(key: .escape, label: "keep the edits", decision: .keepEdits(over: text)),
      ])
  }

  /// Asked by `w` when the file holds a text that was not taken over.
  package static let overwrite = Question(
    text: "The file changed on disk, and what it says now was not taken over.",
    answers: [
      Answer(key: .character("w"), label: "write over it", decision: .overwrite),
      Answer(key: .escape, label: "leave it", decision: .stay),
    ])
}
