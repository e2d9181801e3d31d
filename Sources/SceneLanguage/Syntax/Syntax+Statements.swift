extension Syntax {
  /// One statement. What only some kinds have lies in the list that `detail` points into.
  struct Statement {
    var kind: Kind
    /// A mistake in it was reported already: it defines its name, and nothing more is said.
    var isBroken = false
    /// The right side contains a name or a call of a function, so it is no plain number.
    var mentionsNames = false
    var name: Symbol = -1
    var nameStart: Int32
    var nameEnd: Int32
    var line: Int32
    /// The right side as terms and as characters.
    var firstTerm: Int32 = 0
    var endTerm: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0
    /// The comments that are its note.
    var firstComment: Int32 = 0
    var endComment: Int32 = 0
    /// For a function, an expectation, a training or a definition of several names: the index in
    /// their list.
    var detail: Int32 = -1

    enum Kind: UInt8 {
      case input, parameter, constant
      case function, fold, output, expectation, training
      case returns
      /// Nothing could be read.
      case nothing
    }

    var nameRange: SourceRange { SourceRange(start: Int(nameStart), end: Int(nameEnd)) }
    var range: SourceRange { SourceRange(start: Int(start), end: Int(end)) }
    var terms: Range<Int> { Int(firstTerm)..<Int(endTerm) }
  }

  struct Function {
    var name: Symbol
    var nameRange: SourceRange
    var parameters: [Symbol]
    /// Indices into `bodies`.
    var body: Range<Int>
    var isBroken: Bool
    /// The place of each parameter among them.
    var places: [Symbol: Int32] = [:]
    /// How many values a call keeps: parameters first, then the names of the body.
    var localCount = 0
  }

  struct Expectation {
    var isGradient: Bool
    var tolerance: Double
  }

  struct Training {
    var plan: Scene.TrainingPlan
  }
}
