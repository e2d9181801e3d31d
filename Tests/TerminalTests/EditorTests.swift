import Testing

@testable import Terminal

@Suite struct EditorTests {
  @Test(arguments: [
    ("a.txt", "'a.txt'"), ("it's $HOME; rm", "'it'\\''s $HOME; rm'"), ("", "''"),
    ("`x`\n", "'`x`\n'"),
  ])
  func `any path is one word for the shell`(path: String, word: String) {
    #expect(Editor.quoted(path) == word)
  }

  @Test func `the line comes before the file, and a hyphen makes no option`() {
    #expect(Editor.command(path: "a.txt", line: 7).hasSuffix(" +7 'a.txt'"))
    #expect(Editor.command(path: "-x", line: 0).hasSuffix(" +1 './-x'"))
  }
}
