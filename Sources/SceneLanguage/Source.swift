/// The text of a scene and the name it goes by in messages.
package struct Source: Hashable, Sendable {
  /// The path as the user gave it, `<stdin>`, or `<expression>`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// A range of UTF-8 offsets into a scene's text.
package struct SourceRange: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}
