import Autograd

/// What a scene says, statement by statement, before any name is looked up.
///
/// The tree is flat: every expression is a range of `terms` in postfix order, so that a sum of a
/// million terms is as deep as a single number.
struct Syntax {
  var terms: [Term] = []
  var numbers: [Double] = []
  var calls: [Call] = []
  /// The named arguments of the calls that have some, by call.
  var namedArguments: [Int32: [NamedArgument]] = [:]
  /// The statements at the top, in the order of the text.
  var statements: [Statement] = []
  /// The statements in the bodies of all functions; each function owns a range.
  var bodies: [Statement] = []
  var functions: [Function] = []
  var expectations: [Expectation] = []
  var trainings: [Training] = []
  /// The lists that hold nothing but numbers.
  var tensors: [Tensor] = []
  /// What each index takes.
  var places: [[Attribute.Place]] = []
  /// The calls of built-in functions.
  var builtInCalls: [BuiltInCall] = []
  /// What the calls of built-in functions say beside their operands, by call.
  var arguments: [Int32: Arguments] = [:]
  /// The names on the left of a definition that has several.
  var nameLists: [[Name]] = []
  /// The functions that are not the scene's own; their places are in the prelude's text.
  var preludeFunctions = 0..<0
  var names: NameTable
  var words: Words
  var comments: [Lexer.Comment] = []
  /// The comments that are the title and the introduction: the first so many.
  var titleComments = 0
  var mistakes = DiagnosticList()

  /// One entry of an expression in postfix order.
  struct Term {
    var kind: Kind
    /// What it means depends on the kind.
    var payload: Int32
    var start: Int32
    var end: Int32

    enum Kind: UInt8 {
      /// `payload`: an index into `numbers`.
      case number
      /// `payload`: a symbol.
      case name
      /// A parameter or a name of a function's body. `payload`: its place among the call's values.
      case local
      /// A primitive. `payload`: its row and how many operands are written out, see `application`.
      case apply
      /// A function of the scene. `payload`: an index into `calls`.
      case call
      /// A list of numbers. `payload`: an index into `tensors`.
      case tensor
      /// A list of formulas. `payload`: how many there are.
      case list
      /// Some elements of a tensor. `payload`: an index into `places`.
      case index
      /// A function of the language that is no element-wise primitive. `payload`: an index into
      /// `builtInCalls`.
      case builtIn
      /// A text in quotes, which only a call can take.
      case text
      /// A mistake that was reported already.
      case broken
    }

    var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }

    /// The row in `Primitive.all` and the number of operands of an `.apply`.
    var application: (row: Int, count: Int) { (Int(payload >> 8), Int(payload & 0xFF)) }

    static func application(row: Int, count: Int) -> Int32 {
      Int32(truncatingIfNeeded: row << 8 | count)
    }
  }

  /// A call of a function in `BuiltIn.all`.
  struct BuiltInCall {
    /// The function's place in the table.
    var row: Int
    var operandCount: Int
    /// The index in `calls`, by which its arguments are found.
    var call: Int32
  }

  /// A name on the left of a definition.
  struct Name {
    var symbol: Symbol
    var start: Int32
    var end: Int32
  }

  struct Call {
    var function: Symbol
    var name: SourceRange
    var argumentCount: Int
  }

  struct NamedArgument {
    var position: Int
    var name: Symbol
    var range: SourceRange
  }
}
