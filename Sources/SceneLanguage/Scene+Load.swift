/// What may be asked of a scene before it is read, and how large it may be.
package struct LoadOptions: Sendable {
  package var maximumBytes = 16 * 1024 * 1024
  package var maximumDepth = 1_000
  package var maximumNodes = 5_000_000
  /// How many bytes all values may take, eight a number.
  package var maximumTensorBytes = 2 * 1024 * 1024 * 1024
  /// Whether every tensor element is made a node of its own.
  package var makesScalars = false
  /// Opens a file that `read` asks for, by the name in the scene; at most so many bytes are wanted.
  package var open: Opening?
  package typealias Opening =
    @Sendable (_ name: String, _ limit: Int) -> Result<[UInt8], FileMistake>
  /// `--output NAME`; nil leaves the scene's own choice.
  package var output: String?
  /// Whether `;` ends a statement, as in a scene given on the command line.
  package var separatesAtSemicolons = false

  package init() {}
}

/// Why a file that a scene asks for is not read, and what would help.
package struct FileMistake: Error, Hashable, Sendable {
  package let message: String
  package let repair: String

  package init(_ message: String, repair: String = "") {
    self.message = message
    self.repair = repair
  }
}

/// The result of reading a scene: a scene, or at least one mistake.
package enum LoadResult: Sendable {
  case scene(Scene)
  case mistakes([Diagnostic])
}

extension Scene {
  /// Reads a scene: text → syntax → graph, with every mistake that can be found without guessing.
  ///
  /// Takes time and memory in proportion to the text and the nodes, however deep they nest.
  package static func load(_ source: Source, options: LoadOptions = LoadOptions()) -> LoadResult {
    if let mistake = refusal(of: source, options) { return .mistakes([mistake]) }
    let syntax = Syntax(parsing: source, options: options)
    var lowering = Lowering(of: syntax, source: source, options: options)
    lowering.lowerStatements()
    lowering.resolveClaims()
    let result = lowering.result()
    guard options.makesScalars, case .scene(let scene) = result else { return result }
    guard let scalars = scene.scalars(limit: options.maximumNodes) else {
      return .mistakes([
        Diagnostic(
          .tooManyNodes, range: SourceRange(start: 0, end: 0), subject: "\(options.maximumNodes)")
      ])
    }
    return .scene(scalars)
  }

  /// Reads a scene, or a graph in JSON (see `GraphImport`), of which a scene is made: the scene's own
  /// source is then another text than `source`.
  package static func load(
    sceneOrGraph source: Source, options: LoadOptions = LoadOptions()
  ) -> LoadResult {
    guard source.isGraph else { return load(source, options: options) }
    if let mistake = refusal(of: source, options) { return .mistakes([mistake]) }
    switch GraphImport.read(source, options: options) {
    case .mistakes(let mistakes): return .mistakes(mistakes)
    case .text(let text): return load(Source(name: source.name, text: text), options: options)
    }
  }

  /// Why a text is not read at all.
  private static func refusal(of source: Source, _ options: LoadOptions) -> Diagnostic? {
    let count = source.text.utf8.count
    let limit = min(options.maximumBytes, Int(Int32.max) - 1)
    if count > limit {
      return Diagnostic(
        .tooManyBytes, range: SourceRange(start: 0, end: 0), subject: "\(count)",
        repair: "\(limit)")
    }
    if let offset = source.firstInvalidByte {
      return Diagnostic(.notUTF8, range: SourceRange(start: offset, end: offset + 3))
    }
    return nil
  }
}
