import Autograd
import Playback
import SceneLanguage

/// What the nodes of a run are called in a Python program.
struct PythonNames {
  /// What messages and dictionaries use: a node's own name, or `v` and its position on the tape.
  let keys: [String]
  /// The variables, all different. Python's letters are not the scene language's, and other
  /// programs' are not Python's: a variable is always ASCII.
  let identifiers: [String]

  /// - Parameter reserved: what no variable may be called.
  init(run: Run, reserved: Set<String>) {
    let names = run.scene.details.map(\.name)
    let known = Set(names.compactMap { $0 })
    keys = names.indices.map { node in
      names[node] ?? (known.contains("v\(node)") ? "#\(node)" : "v\(node)")
    }
    var taken = reserved.union(Self.keywords)
    var identifiers = [String](repeating: "", count: names.count)
    // Those with a name choose first.
    let order =
      names.indices.filter { names[$0] != nil } + names.indices.filter { names[$0] == nil }
    for node in order {
      var identifier = Self.spelled(names[node] ?? "v\(node)")
      while !taken.insert(identifier).inserted { identifier += "_" }
      identifiers[node] = identifier
    }
    self.identifiers = identifiers
  }

  /// `w₁` is `w1`, `σ` is `sigma`, and what has no such spelling its number: `é` is `u00e9`.
  private static func spelled(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII {
        result += scalar.properties.isXIDContinue ? String(scalar) : "_"
      } else if (0x2080...0x2089).contains(scalar.value) {
        result += String(scalar.value - 0x2080)
      } else if let letter = greek[scalar] {
        result += letter
      } else {
        let digits = String(scalar.value, radix: 16)
        result += "u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }
    }
  }

  private static let greek: [Unicode.Scalar: String] = {
    let names = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
      "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon",
      "phi", "chi", "psi", "omega",
    ]
    let small = zip("αβγδεζηθικλμνξοπρςστυφχψω".unicodeScalars, names)
    let large = zip(
      "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{3A2}ΣΤΥΦΧΨΩ".unicodeScalars,
      names.map { $0.prefix(1).uppercased() + $0.dropFirst() })
    return Dictionary(uniqueKeysWithValues: [Array(small), Array(large)].joined())
  }()

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
  ]
}
