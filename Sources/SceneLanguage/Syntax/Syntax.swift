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
      /// Something that is not built yet. `payload`: a `Missing`.
      case missing
    }

    var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }

    /// The row in `Primitive.all` and the number of operands of an `.apply`.
    var application: (row: Int, count: Int) { (Int(payload >> 8), Int(payload & 0xFF)) }

    static func application(row: Int, count: Int) -> Int32 {
      Int32(truncatingIfNeeded: row << 8 | count)
    }
  }

  /// Parts of the language that are read, and answered with an honest diagnostic.
  enum Missing: Int32 {
    case list, index, matrixTimes, transpose, text, call
    /// Not missing but wrong, and reported already.
    case reported
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
