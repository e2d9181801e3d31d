extension BuiltIn {
  /// Samples that the program makes, or finds in a file.
  static let dataFunctions: [BuiltIn] = []
}
