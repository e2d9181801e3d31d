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
    BuiltIn(
      name: "read", operands: 0...0, settings: 1...1, named: ["column"],
      meaning: .leaf { try $0.contents() }),
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
  /// The numbers in a file: a tensor, a table, or one column of it.
  fileprivate func contents() throws -> [Tensor] {
    guard case .text(let name)? = settings.first else {
      throw ArgumentMistake("the argument of 'read'", "a file's name in quotes")
    }
    guard let open else { throw FileMistake("files cannot be read here") }
    let bytes = try open(name, room).get()
    do {
      switch try DataFile.read(name: name, bytes: bytes, limit: room) {
      case .tensor(let tensor): return [tensor]
      case .table(let table): return [try column(of: table) ?? table.values]
      }
    } catch let mistake as DataMistake {
      throw FileMistake("\(name): \(mistake.message)", repair: mistake.repair)
    }
  }

  private func column(of table: NumberTable) throws -> Tensor? {
    guard let value = self["column"] else { return nil }
    guard case .text(let name) = value else { throw ArgumentMistake("column", "a name in quotes") }
    if let column = table.column(named: name) { return column }
    let near = Spelling.nearest(to: name, among: table.names)
    throw FileMistake(
      "there is no column '\(name)'", repair: near.map { "did you mean '\($0)'?" } ?? "")
  }

  fileprivate var generators: SampleGenerators { SampleGenerators(limit: room) }

  /// How many samples are asked for.
  fileprivate func count() throws -> Int {
    guard let first = settings.first else {
      throw ArgumentMistake("the number of samples", "given")
    }
    return try Self.whole(first, as: "the number of samples")
  }
}
