extension BuiltIn {
  /// The table, in the order in which the manual lists it.
  static let all: [BuiltIn] = tensorFunctions + leafFunctions + dataFunctions + networkFunctions
}
