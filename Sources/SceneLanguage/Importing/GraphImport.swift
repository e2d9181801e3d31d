import Autograd

/// A graph that another program wrote down as JSON, in the form that `eval` writes, as a scene.
///
/// Numbers that the other program computed become expectations, so that `check` says where it is
/// wrong.
///
/// ```swift
/// GraphImport.read(source, options: LoadOptions())   // .text("# A graph from …")
/// ```
struct GraphImport {
  let source: Source
  let options: LoadOptions
  var graph = Graph()
  /// What the text says of each node beside its operation, parallel to the tape.
  var notes: [Note] = []
  var title = ""
  /// What the text names as the output.
  var output: Output?
  var mistakes = DiagnosticList()
  var nodesByID: [Int: NodeID] = [:]
  /// The nodes whose mistakes are reported: what they give is not known.
  var brokenNodes: Set<NodeID> = []
  /// How many numbers the values are so far.
  var elementCount = 0
  /// Whether there is an array of nodes.
  var hasNodes = false

  struct Note {
    var name: String?
    /// What the other program computed; nil where the text does not say.
    var value: Tensor?
    var gradient: Tensor?
  }

  enum Output {
    case name(String, SourceRange)
    case id(Int, SourceRange)
  }

  enum Result {
    case text(String)
    case mistakes([Diagnostic])
  }

  /// Reads the text and keeps every mistake, up to the first place that is no JSON.
  static func read(_ source: Source, options: LoadOptions) -> Result {
    var graph = GraphImport(source: source, options: options)
    var output: NodeID?
    do throws(JSONReader.Stop) {
      var reader = JSONReader(source, maximumDepth: options.maximumDepth)
      try graph.readGraph(&reader)
      try reader.end()
      output = graph.resolvedOutput()
    } catch {
      graph.report(error.mistake)
    }
    guard graph.mistakes.isEmpty, let output else {
      return .mistakes(graph.mistakes.merged(with: DiagnosticList()))
    }
    return .text(graph.sceneText(output: output))
  }

  private init(source: Source, options: LoadOptions) {
    self.source = source
    self.options = options
  }

  private mutating func report(_ mistake: Diagnostic) {
    mistakes.report(mistake.kind, at: mistake.range, mistake.subject, mistake.repair)
  }

  private mutating func readGraph(_ reader: inout JSONReader) throws(JSONReader.Stop) {
    guard reader.kind() == .object else {
      let range = try reader.skipValue()
      return mistakes.report(.wrongValue, at: range, "a graph", "an object with \"nodes\" in it")
    }
    let start = reader.offset
    var keys: [String] = []
    try reader.members { reader, key throws(JSONReader.Stop) in
      keys.append(key.name)
      switch key.name {
      case "title": title = try readString(&reader, key) ?? ""
      case "output": output = try readOutput(&reader, key)
      case "nodes": try readNodes(&reader)
      default: try reader.skipValue()
      }
    }
    if !hasNodes { reportMissing("nodes", among: keys, at: start) }
  }

  private mutating func readNodes(_ reader: inout JSONReader) throws(JSONReader.Stop) {
    hasNodes = true
    let kind = reader.kind()
    let start = reader.offset
    guard kind == .array else {
      return mistakes.report(
        .wrongValue, at: try reader.skipValue(), "'nodes'", "a list of objects")
    }
    try reader.elements { reader throws(JSONReader.Stop) in
      guard graph.count < options.maximumNodes else {
        throw JSONReader.Stop(
          .tooManyNodes, at: SourceRange(start: reader.offset, end: reader.offset + 1),
          "\(options.maximumNodes)")
      }
      try readNode(&reader)
    }
    if notes.isEmpty, mistakes.isEmpty {
      mistakes.report(.noNodes, at: SourceRange(start: start, end: reader.offset))
    }
  }

  private mutating func readOutput(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> Output? {
    let kind = reader.kind()
    let start = reader.offset
    switch kind {
    case .string: return .name(try reader.string(), SourceRange(start: start, end: reader.offset))
    case .number:
      let id = try reader.wholeNumber()
      let range = SourceRange(start: start, end: reader.offset)
      if let id { return .id(id, range) }
      mistakes.report(.wrongValue, at: range, "'\(key.name)'", "the name of a node or its id")
    case .word where try reader.takeNull(): break
    case .word, .array, .object:
      let range = try reader.skipValue()
      mistakes.report(.wrongValue, at: range, "'\(key.name)'", "the name of a node or its id")
    }
    return nil
  }

  /// The node that is named as the output; the last one where none is.
  private mutating func resolvedOutput() -> NodeID? {
    guard graph.count > 0 else { return nil }
    switch output {
    case nil: return NodeID(graph.count - 1)
    case .id(let id, let range):
      if let node = nodesByID[id] { return node }
      mistakes.report(.unknownID, at: range, "\(id)")
    case .name(let name, let range):
      if let node = notes.lastIndex(where: { $0.name == name }) { return NodeID(node) }
      if let node = anonymousNode(labelled: name) { return node }
      let names = notes.lazy.compactMap(\.name)
      mistakes.report(.unknownName, at: range, name, Spelling.nearest(to: name, among: names) ?? "")
    }
    return nil
  }

  /// The node without a name that goes by `v` or `#` and its id, as it does in what `eval` writes.
  private func anonymousNode(labelled label: String) -> NodeID? {
    guard let first = label.first, "v#".contains(first) else { return nil }
    return Int(label.dropFirst()).flatMap { nodesByID[$0] }
  }
}
