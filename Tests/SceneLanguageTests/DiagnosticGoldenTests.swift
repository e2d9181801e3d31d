import Autograd
import SceneLanguage
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A scene with mistakes and what is said about it, side by side in one file of `Diagnostics/`.
///
/// `RECORD_DIAGNOSTICS=1 swift test --filter DiagnosticGoldenTests` writes the second half anew.
struct Golden: CustomStringConvertible {
  let name: String
  let scene: String
  let expected: String

  var description: String { name }
  var diagnostics: [Diagnostic] {
    let source = Source(name: "scene.txt", text: scene)
    guard case .mistakes(let mistakes) = Scene.load(sceneOrGraph: source) else { return [] }
    return mistakes
  }

  var rendered: String {
    let source = Source(name: "scene.txt", text: scene)
    return diagnostics.map { $0.rendered(in: source) + "\n" }.joined(separator: "\n")
  }

  static let folder =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    + "/Diagnostics"
  private static let separator = "----\n"

  static let all: [Golden] = Folder.textFiles(in: folder).map { name in
    let text = String(decoding: SceneFiles.bytes(of: folder + "/" + name), as: UTF8.self)
    let halves = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return Golden(
      name: name, scene: String(halves[0]), expected: halves.count > 1 ? String(halves[1]) : "")
  }

  func record() {
    guard let file = fopen(Self.folder + "/" + name, "w") else { return }
    fputs(scene + Self.separator + rendered, file)
    fclose(file)
  }
}

@Suite struct DiagnosticGoldenTests {
  @Test(arguments: Golden.all)
  func `every mistake is told in the words that stand beside the scene`(golden: Golden) {
    if getenv("RECORD_DIAGNOSTICS") != nil { golden.record() }
    #expect(golden.rendered == golden.expected)
    #expect(golden.diagnostics.count <= 21)
  }

  @Test func `every kind of mistake has a golden or a test of its own`() {
    let ownTests: Set<Diagnostic.Kind> = [
      .notUTF8, .hiddenCharacter, .tooManyBytes, .tooDeep, .tooManyNodes, .tooManyValues,
      .unknownOutput,
      .tooDeepJSON,
    ]
    let shown = Set(Golden.all.flatMap(\.diagnostics).map(\.kind))
    for kind in Diagnostic.Kind.allCases {
      #expect(shown.contains(kind) != ownTests.contains(kind), "\(kind.rawValue)")
    }
  }

  @Test func `bytes that are not UTF-8 are pointed at`() {
    let source = Source(name: "latin.txt", bytes: Array("x = 2\n# gr".utf8) + [0xFC, 0x0A])
    #expect(
      report(source) == """
        latin.txt:2:5: error: the text is not UTF-8 here
          2 | # gr\u{FFFD}
            |     ^
            = save the file as UTF-8
        """)
  }

  @Test func `characters that cannot be seen are shown and steer nothing`() {
    #expect(
      report(
        Source(name: "a\u{1B}[2Jb.txt", text: "x = 2 \u{1B}[31m # \u{202E}\ny\u{200B} = 1\u{0}"))
          == #"""
          a\u{1B}[2Jb.txt:1:7: error: the character \u{1B} cannot be seen and has no meaning
            1 | x = 2 \u{1B}[31m # \u{202E}
              |       ^^^^^^
              = delete it

          a\u{1B}[2Jb.txt:2:2: error: the character \u{200B} cannot be seen and has no meaning
            2 | y\u{200B} = 1\u{0}
              |  ^^^^^^^^
              = delete it
          """#)
  }

  @Test func `every limit has an error of its own`() {
    var options = LoadOptions()
    options.maximumBytes = 5
    #expect(
      report(Source(name: "a", text: "x = 22"), options)
        == "a: error: the scene has 6 bytes, and the limit is 5")
    options = LoadOptions()
    options.maximumDepth = 2
    #expect(
      report(Source(name: "a", text: "x = (((1)))"), options) == """
        a:1:7: error: nested more than 2 deep
          1 | x = (((1)))
            |       ^
            = give inner parts names of their own
        """)
    let deep = #"{"a": [[{"b": 3}]], "nodes": []}"#
    #expect(
      report(Source(name: "a", text: deep), options) == """
        a:1:9: error: nested more than 2 deep
          1 | {"a": [[{"b": 3}]], "nodes": []}
            |         ^
        """)
    options = LoadOptions()
    options.maximumNodes = 3
    #expect(
      report(Source(name: "a", text: "x = 1\ny = x + x\nz = y + y\nu = z + z\nv = 1"), options)
        == """
        a:4:1: error: the scene makes more than 3 nodes
          4 | u = z + z
            | ^
        """)
  }

  @Test func `calls that make no nodes meet the limit as well`() {
    var text = "def f0(x) = x\n"
    for level in 1...40 { text += "def f\(level)(x) = f\(level - 1)(f\(level - 1)(x))\n" }
    var options = LoadOptions()
    options.maximumNodes = 10_000
    #expect(mistakes(text + "y = f40(1)\n", options: options).map(\.kind) == [.tooManyNodes])
  }

  @Test func `an output asked for must exist`() throws {
    var options = LoadOptions()
    options.output = "los"
    #expect(
      report(Source(name: "a", text: "loss = 1"), options) == """
        error: --output: no name 'los' in this scene
            = did you mean 'loss'?
        """)
    options.output = "x"
    #expect(try loaded("x = 1\ny = x * 2", options: options).output.index == 0)
  }

  @Test func `a carriage return and a byte order mark change no place`() {
    #expect(
      report(Source(name: "a", text: "\u{FEFF}x = y\r\ny = z\r\n")) == """
        a:1:5: error: 'y' is used before its definition
          1 | x = y
            |     ^
            = it is defined on line 2: move that line up

        a:2:5: error: no name 'z' here
          2 | y = z
            |     ^
        """)
  }

  private func report(_ source: Source, _ options: LoadOptions = LoadOptions()) -> String {
    guard case .mistakes(let mistakes) = Scene.load(sceneOrGraph: source, options: options) else {
      return ""
    }
    return mistakes.map { $0.rendered(in: source) }.joined(separator: "\n\n")
  }
}
