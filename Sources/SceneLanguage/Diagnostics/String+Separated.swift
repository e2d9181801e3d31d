extension [String] {
  /// The strings with a separator between them, in time proportional to their length.
  ///
  /// As `joined(separator:)`, whose generic machinery takes the runtime a while at its first use,
  /// and this is used before the first picture.
  package func separated(by separator: String) -> String {
    var text = ""
    for part in self {
      if !text.isEmpty { text += separator }
      text += part
    }
    return text
  }
}
