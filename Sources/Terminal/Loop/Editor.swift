/// The user's editor, as a shell command.
enum Editor {
  /// `$VISUAL`, else `$EDITOR`, else vi, at a line of a file. The variables may hold arguments.
  static func command(path: String, line: Int) -> String {
    let editor = environment("VISUAL") ?? environment("EDITOR") ?? "vi"
    // A name that begins with a hyphen would be taken for an option.
    let file = path.hasPrefix("-") ? "./" + path : path
    return "\(editor) +\(max(1, line)) \(quoted(file))"
  }

  /// The text as one word for the shell, whatever it contains.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
