extension KeyBinding {
  /// Every key as plain text, for `--help`.
  package static var manual: String {
    Section.allCases.map { section in
      let rows = all.filter { $0.section == section }
      let width = all.map(\.keyNames.count).max() ?? 0
      return
        ([section.rawValue]
        + rows.map { row in
          let blanks = String(repeating: " ", count: width - row.keyNames.count)
          return "  \(row.keyNames)\(blanks)  \(row.help)"
        }).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// Every key as a Markdown table, for the README.
  package static var markdown: String {
    let rows = all.map { row in
      let keys = row.names.map { "`\($0)`" }.joined(separator: " ")
      return "| \(row.section.rawValue.lowercased()) | \(keys) | \(row.help) |"
    }
    return (["| | keys | what they do |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }
}
