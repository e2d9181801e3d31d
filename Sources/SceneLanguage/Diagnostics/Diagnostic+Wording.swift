extension Diagnostic {
  /// Every kind of mistake there is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case notUTF8, hiddenCharacter, unknownSign, semicolon, unclosedText
    case tooManyBytes, tooDeep, tooManyNodes, tooManyValues
    case missingRightSide, missingOperand, missingOperandAtEnd, missingOperator
    case unclosedBracket, strayBracket, mismatchedBracket, unexpected, comparison
    case expectedName, expectedSign, expectedNumber, noStatement, unknownStatement
    case positionalAfterNamed, argumentCount, unknownArgument, repeatedArgument, wrongArgument
    case repeatedParameter, definedInBody, missingBody, missingReturn, notInBody, unreachable,
      returnOutside
    case ragged, shape, data, expectedShape, severalFromNames, wrongNameCount
    case unknownName, unknownFunction, usedTooEarly, usedInItself, definedTwice
    case functionAsValue, valueAsFunction, recursion, builtIn, tensorExtreme
    case leafFromNames, gradientOfConstant, foldOfPrimitive, secondOutput, secondTraining
    case missingRate, nothingDefined, unknownOutput, more
    case noJSONValue, singleQuote, trailingComma, wrongValue, badEscape, badNumber, tooLargeNumber,
      tooDeepJSON, repeatedKey
    case missingKey, unknownOperation, operandNotBefore, repeatedID, unknownID,
      noNodes
  }
}

extension Diagnostic.Kind {
  /// The row of the kind: what is wrong and the likely fix.
  ///
  /// `$1` and `$2` are the diagnostic's subject and repair; a fix that names a `$2` is left out
  /// where there is none.
  var wording: (message: String, help: String?) {
    switch self {
    case .notUTF8: ("the text is not UTF-8 here", "save the file as UTF-8")
    case .hiddenCharacter: ("the character $1 cannot be seen and has no meaning", "delete it")
    case .unknownSign: ("'$1' has no meaning here", "write '$2'")
    case .semicolon: ("';' ends no statement here", "begin a new line instead")
    case .unclosedText: ("this text has no end", "close it with '\"' on the same line")
    case .tooManyBytes: ("the scene has $1 bytes, and the limit is $2", nil)
    case .tooDeep: ("nested more than $1 deep", "give inner parts names of their own")
    case .tooManyNodes: ("the scene makes more than $1 nodes", nil)
    case .tooManyValues:
      (
        "with $1 the values of the scene take more than $2 bytes",
        "make it smaller, or raise --maximum-values"
      )
    case .missingRightSide: ("nothing stands to the right of '='", "write a number or a formula")
    case .missingOperand:
      ("a number, a name or '(' belongs in front of '$1'", nil)
    case .missingOperandAtEnd: ("the formula stops too early", "add a number or a name")
    case .missingOperator:
      ("an operator is missing in front of '$1'", "for a product write '$2'")
    case .unclosedBracket: ("this '$1' is never closed", "add '$2'")
    case .strayBracket: ("this '$1' closes nothing", "delete it, or open it further left")
    case .mismatchedBracket: ("'$1' cannot close '$2'", nil)
    case .unexpected: ("'$1' does not belong here", nil)
    case .comparison: ("'==' would compare", "a definition has one '='")
    case .expectedName: ("a name belongs here", nil)
    case .expectedSign: ("'$1' is missing here", nil)
    case .expectedNumber: ("a number belongs here, or a formula without names", nil)
    case .noStatement: ("this gives nothing a name", "write a name and '=' in front of it")
    case .unknownStatement: ("no statement begins with '$1'", "did you mean '$2'?")
    case .positionalAfterNamed:
      ("an argument without a name follows one with a name", "move the named arguments to the end")
    case .argumentCount: ("'$1' takes $2", nil)
    case .unknownArgument: ("'$1' has no argument named '$2'", nil)
    case .repeatedArgument: ("the argument '$1' is given twice", nil)
    case .wrongArgument: ("'$1' has to be $2", nil)
    case .repeatedParameter: ("the parameter '$1' is there twice", "give one another name")
    case .definedInBody:
      ("'$1' is in this body already", "give it another name")
    case .missingBody:
      ("'$1' has no body", "indent its statements on the lines below, 'return' last")
    case .missingReturn:
      ("the body of '$1' returns nothing", "end it with a line 'return …'")
    case .notInBody:
      ("'$1' does not begin a statement of a body", "write 'name = …' or 'return …'")
    case .unreachable: ("nothing after 'return' is used", "make 'return' the last line of the body")
    case .returnOutside: ("'return' belongs into the body of a function", nil)
    case .unknownName: ("no name '$1' here", "did you mean '$2'?")
    case .unknownFunction: ("no name '$1' here", "did you mean '$2'?")
    case .usedTooEarly:
      ("'$1' is used before its definition", "it is defined on line $2: move that line up")
    case .usedInItself: ("'$1' is used in its own definition", "give the new value another name")
    case .definedTwice:
      ("'$1' is defined twice", "the first definition is on line $2: choose another name")
    case .functionAsValue: ("'$1' is a function", "call it: '$1(…)'")
    case .valueAsFunction: ("'$1' is a number, not a function", "for a product write '$1 * (…)'")
    case .recursion: ("'$1' calls itself, and such a graph would never end", nil)
    case .builtIn: ("'$1' has a meaning in the language already", "choose another name")
    case .tensorExtreme:
      ("'$1' is over the elements of one tensor", "for two numbers write '$2(a, b)'")
    case .leafFromNames:
      (
        "'$1' needs a number on its right side, or a formula without names",
        "leave out '$1' to define a computed value"
      )
    case .gradientOfConstant: ("'$1' is a constant and has no gradient", "leave out 'const'")
    case .foldOfPrimitive: ("'$1' makes no group", "only what 'def' defines can be folded")
    case .secondOutput: ("there is an output already", "the first is on line $2: keep one")
    case .secondTraining: ("there is a training already", "the first is on line $2: keep one")
    case .missingRate: ("'train' needs a rate", "add 'rate: 0.05'")
    case .ragged: ("the elements of this list have different shapes: $1, $2", nil)
    case .shape: ("$1", "$2")
    case .data: ("$1", "$2")
    case .expectedShape:
      ("this has the shape $1, and what it is compared with has $2", nil)
    case .severalFromNames:
      ("several names need the values of a generator", "for elements of a tensor write 'a = x[0]'")
    case .wrongNameCount:
      ("this gives $1 values for $2 on the left side", "write a name for each: 'X, y = ...'")
    case .nothingDefined: ("the scene defines nothing", "begin with a line like 'x = 2'")
    case .unknownOutput: ("--output: no name '$1' in this scene", "did you mean '$2'?")
    case .more: ("$1 more mistakes are not shown", nil)
    case .noJSONValue: ("'$1' is no value of JSON", "write '$2'")
    case .singleQuote: ("JSON has texts between double quotes", "let json.dumps write it")
    case .trailingComma: ("nothing follows this ','", "delete it")
    case .wrongValue: ("$1 has to be $2", nil)
    case .badEscape: ("'$1' stands for no character", "write '\\\\' for a backslash")
    case .badNumber: ("'$1' is no number of JSON", nil)
    case .tooLargeNumber:
      ("$1 is too large for a number with 53 bits of precision", "write \"$2\" in quotes")
    case .tooDeepJSON: ("nested more than $1 deep", nil)
    case .repeatedKey: ("the key '$1' is there twice", "delete one of them")
    case .missingKey: ("the key '$1' is missing here", "is it the one that is called '$2'?")
    case .unknownOperation: ("there is no operation '$1'", "did you mean '$2'?")
    case .operandNotBefore:
      ("no node before this one has the id $1", "list operands before the nodes that use them")
    case .repeatedID: ("a node before this one has the id $1 already", "give each node its own")
    case .unknownID: ("no node has the id $1", nil)
    case .noNodes: ("the graph has no nodes", nil)
    }
  }
}
