import Foundation
import Testing

struct ThemeTests {
  private static let render = [
    "render", "--format", "ansi", "--color", "always", "-e", "x = 3; L = x * x", "--step", "2",
  ]

  /// A picture in colours, with the user's own themes in a folder for configuration.
  private func picture(
    theme: String?, own themes: [String: String] = [:], input: [String] = render
  ) throws -> Program.Outcome {
    try Program.withTemporaryFolder { folder in
      let place = folder.appendingPathComponent("backprop-tui/themes")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for (name, text) in themes {
        try Data(text.utf8).write(to: place.appendingPathComponent(name))
      }
      try Data("fresh = 99\n".utf8).write(to: folder.appendingPathComponent("outside.txt"))
      let outcome = try Program.run(
        input + (theme.map { ["--theme", $0] } ?? []),
        environment: ["XDG_CONFIG_HOME": folder.path])
      return Program.Outcome(
        status: outcome.status, output: outcome.output,
        errors: outcome.errors.replacing(place.path, with: "THEMES"))
    }
  }

  @Test(arguments: [
    ("default", "1;38;5;3"), ("light", "1;38;5;130"), ("mono", "1"), ("colour-blind", "1;38;5;214"),
  ])
  func `every theme that comes with the program can be had by its name`(
    name: String, fresh: String
  ) throws {
    let outcome = try picture(theme: name)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\u{1B}[\(fresh)m▸"))
  }

  @Test func `a file of one's own adds a theme`() throws {
    let outcome = try picture(theme: "mine", own: ["mine.txt": "fresh = 207 on 17"])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.contains("\u{1B}[38;5;207;48;5;17m▸"))
  }

  @Test(arguments: ["default", "light", "mono", "colour-blind"])
  func `a file of one's own takes the place of the theme with its name`(name: String) throws {
    let outcome = try picture(theme: name, own: ["\(name).txt": "fresh = 207"])
    #expect(outcome.output.contains("\u{1B}[38;5;207m▸"))
  }

  @Test func `a default of one's own needs no option`() throws {
    let outcome = try picture(theme: nil, own: ["default.txt": "fresh = 207"])
    #expect(outcome.output.contains("\u{1B}[38;5;207m▸"))
  }

  @Test func `without XDG_CONFIG_HOME the folder is in .config`() throws {
    try Program.withTemporaryFolder { folder in
      let place = folder.appendingPathComponent(".config/backprop-tui/themes")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data("fresh = 207".utf8).write(to: place.appendingPathComponent("mine.txt"))
      for relative in ["", "config"] {
        let outcome = try Program.run(
          Self.render + ["--theme", "mine"],
          environment: ["HOME": folder.path, "XDG_CONFIG_HOME": relative])
        #expect(outcome.output.contains("\u{1B}[38;5;207m▸"))
      }
    }
  }

  @Test func `a name nobody knows brings up the ones there are`() throws {
    let outcome = try picture(theme: "poem", own: ["mine.txt": "", "b\u{1B}.txt": "", "c.md": ""])
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(
      outcome.errors.contains(
        "--theme: there is no theme 'poem'. "
          + "There are default, mono, b\\u{1B}, colour-blind, light, mine.\n"))
  }

  @Test(arguments: [
    "../outside", "../../outside", "/etc/passwd", "", ".", "..", ".hidden", "a/b",
    "x\u{301}/../../x",
    "../\u{301}outside", String(repeating: "n", count: 5_000),
  ])
  func `a name cannot lead out of the folder`(name: String) throws {
    let outcome = try picture(theme: name, own: [".hidden.txt": "fresh = 99"])
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.errors.contains("--theme: there is no theme"))
  }

  @Test(arguments: [["render", "-e", "x = 1"], ["eval", "-e", "x = 1"], ["view", "-e", "x = 1"]])
  func `a theme with mistakes shows them and nothing else`(input: [String]) throws {
    let text = "fresh = yelow bold\nfrash = 1\n"
    let outcome = try picture(theme: "mine", own: ["mine.txt": text], input: input)
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(
      outcome.errors == """
        THEMES/mine.txt:1:9: error: 'yelow' is no colour and no weight
          1 | fresh = yelow bold
            |         ^^^^^
            = did you mean 'yellow'?
        THEMES/mine.txt:2:1: error: there is no role 'frash'
          2 | frash = 1
            | ^^^^^
            = did you mean 'fresh'?

        """)
  }

  @Test func `a theme that is no file, or too large, is told`() throws {
    let long = String(repeating: "#", count: 1 << 20) + "\n"
    let large = try picture(theme: "mine", own: ["mine.txt": long])
    #expect(large.status == 64)
    #expect(large.errors == "THEMES/mine.txt is larger than 1 MiB, the most that is read\n")
    let outcome = try Program.run(
      Self.render + ["--theme", "zero"], environment: ["XDG_CONFIG_HOME": "/dev"])
    #expect(outcome.status == 64)
  }

  @Test func `the help names the themes that come with the program`() throws {
    let help = try Program.run("view", "--help").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(help.contains("The colours: default, light, mono, colour-blind, or NAME for"))
  }

  @Test func `an installed program finds its themes`() throws {
    try Program.withTemporaryFolder { folder in
      let themes = SceneFiles.folder.deletingLastPathComponent().appendingPathComponent("themes")
      let outcome = try Program.shell(
        """
        cd \(folder.path) && mkdir -p bin share/backprop-tui && \
        cp -r \(themes.path) share/backprop-tui/themes && cp $PROGRAM bin/backprop-tui && \
        bin/backprop-tui render --format ansi --color always -e 'x = 3; L = x * x' --theme light
        """)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("38;5;91m"))
    }
  }
}
