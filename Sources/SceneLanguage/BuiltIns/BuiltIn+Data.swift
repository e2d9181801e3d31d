import Autograd
import DataSets

extension BuiltIn {
  /// Samples that the program makes, or finds in a file: `X, y = moons(100, noise: 0.1, seed: 1)`.
  static let dataFunctions: [BuiltIn] = [
    points("moons") { try $0.moons($1, noise: $2, seed: $3) },
    points("circles") { try $0.circles($1, noise: $2, seed: $3) },
    points("cross") { try $0.cross($1, noise: $2, seed: $3) },
    points("spiral") { try $0.spiral($1, noise: $2, seed: $3) },
    BuiltIn(
      name: "digits", operands: 0...0, settings: 1...1, named: ["seed", "side"],
      meaning: .leaf { arguments in
        let samples = try arguments.generators.digits(
          try arguments.count(), seed: try arguments.seed(),
          side: try arguments.whole("side") ?? 28)
        return [samples.inputs, samples.labels]
      }),
  ]

  private static func points(
    _ name: String,
    _ make: @escaping @Sendable (SampleGenerators, Int, Double, Int) throws -> Samples
  ) -> BuiltIn {
    BuiltIn(
      name: name, operands: 0...0, settings: 1...1, named: ["noise", "seed"],
      meaning: .leaf { arguments in
        let samples = try make(
          arguments.generators, try arguments.count(), try arguments.number("noise") ?? 0,
          try arguments.seed())
        return [samples.inputs, samples.labels]
      })
  }
}

extension Arguments {
  fileprivate var generators: SampleGenerators { SampleGenerators(limit: room) }

  /// How many samples are asked for.
  fileprivate func count() throws -> Int {
    guard let first = settings.first else {
      throw ArgumentMistake("the number of samples", "given")
    }
    return try Self.whole(first, as: "the number of samples")
  }
}
