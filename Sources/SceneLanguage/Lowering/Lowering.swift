import Autograd

/// Turns statements into a graph: looks names up, inlines calls, and keeps what the text says
/// about each node.
struct Lowering {
  let source: Source
  let options: LoadOptions
  var syntax: Syntax
  var graph = Graph()
  var details: [Scene.NodeDetail] = []
  var groups: [Scene.Group] = []
  var expectations: [Scene.Expectation] = []
  var training: Scene.TrainingPlan?
  var folds: [String] = []
  var output: NodeID?
  var mistakes = DiagnosticList()

  /// What each symbol stands for: the index of a node, or one of the values in `Binding`.
  var bindings: [Int32]
  /// The line that defines each symbol; 0 for none.
  var definitionLines: [Int32]
  /// The function each symbol stands for; -1 for none.
  var functions: [Int32]
  /// The line of each symbol's definition further down, 0 for none; made at the first name that
  /// is used too early.
  var laterLines: [Int32]?
  /// The symbols that were defined, in order.
  var defined: [Symbol] = []

  /// Whether the graph has nothing but numbers, so that no shape is asked for.
  var isScalar: Bool { graph.isScalar }
  /// How many numbers the values are, leaves included.
  var elementCount = 0
  /// How many values of chance the statement has made so far.
  var randomCalls = 0

  // The machine that inlines calls; see `Lowering+Calls`.
  var stack: [Int32] = []
  var locals: [Int32] = []
  var frames: [Frame] = []
  var callCounts: [Int]
  var callsMade = 0
  /// The groups of a network that are being filled, the innermost last.
  var layers: [Int32] = []
  var layerCounts: [String: Int] = [:]
  var isFull = false
  /// The statement that is being lowered.
  var statement: Int32 = 0

  let primitives = Primitive.all
  let arities = Primitive.all.map(\.arity)

  enum Binding {
    static let unbound: Int32 = -1
    /// Its definition has a mistake, so nothing is said about its uses.
    static let broken: Int32 = -2
    static let function: Int32 = -3
  }

  init(of syntax: Syntax, source: Source, options: LoadOptions) {
    self.syntax = syntax
    self.source = source
    self.options = options
    let count = syntax.names.count
    bindings = Array(repeating: Binding.unbound, count: count)
    definitionLines = Array(repeating: 0, count: count)
    functions = Array(repeating: -1, count: count)
    callCounts = Array(repeating: 0, count: syntax.functions.count)
    graph.reserveCapacity(syntax.terms.count)
    details.reserveCapacity(syntax.terms.count)
  }

  mutating func lowerStatements() {
    for index in syntax.preludeFunctions {
      _ = lookThrough(index, named: syntax.functions[index].name)
    }
    for index in syntax.statements.indices where !isFull && !mistakes.isHopeless {
      statement = Int32(truncatingIfNeeded: index)
      let current = syntax.statements[index]
      switch current.kind {
      case .input, .parameter, .constant: define(current)
      case .function: declare(current)
      case .fold, .output, .expectation, .training, .returns, .nothing: break
      }
    }
  }

  /// A scene without mistakes, or the mistakes.
  consuming func result() -> LoadResult {
    if syntax.mistakes.isEmpty, mistakes.isEmpty, output == nil {
      mistakes.report(.nothingDefined, at: SourceRange(start: 0, end: 0))
    }
    guard syntax.mistakes.isEmpty, mistakes.isEmpty, let output else {
      return .mistakes(syntax.mistakes.merged(with: mistakes))
    }
    let comments = syntax.titleLines(in: source)
    return .scene(
      Scene(
        source: source, title: comments.first ?? "", introduction: Array(comments.dropFirst()),
        graph: graph, output: output, details: details,
        statements: syntax.statements.map { syntax.described($0, in: source) },
        bodies: syntax.bodies.map { syntax.described($0, in: source) }, groups: groups,
        expectations: expectations, training: training, folds: folds))
  }
}
