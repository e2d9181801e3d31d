extension BuiltIn {
  /// Layers that make their own parameters.
  static let networkFunctions: [BuiltIn] = [
    BuiltIn(
      name: "mlp", operands: 1...1, settings: 1...1,
      named: ["activation", "output", "seed", "init"], meaning: .network)
  ]
}
