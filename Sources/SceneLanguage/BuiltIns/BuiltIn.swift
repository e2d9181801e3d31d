import Autograd

/// A function of the language that is no element-wise primitive: one row says how it is called and
/// what a call makes.
struct BuiltIn: Sendable {
  let name: String
  /// How many tensors come first.
  let operands: ClosedRange<Int>
  /// How many numbers, lists or texts follow them; a list counts as one.
  let settings: ClosedRange<Int>
  /// The arguments that have a name.
  let named: [String]
  let meaning: Meaning

  enum Meaning: Sendable {
    /// A node of this primitive.
    case primitive(Primitive, @Sendable (Arguments) throws -> Attribute)
    /// All operands one behind the other, along a new axis where `isStack`.
    case join(isStack: Bool)
    /// The inner product: of numbers the product, else that of matrices.
    case dot
    /// A leaf's values.
    case leaf(@Sendable (Arguments) throws -> [Tensor])
    /// Layers with parameters of their own.
    case network
  }
}

/// What a call says beside its operands.
struct Arguments: Sendable {
  /// Without a name, in order.
  var settings: [Value] = []
  /// With a name, in order.
  var named: [(name: String, value: Value, range: SourceRange)] = []
  /// Where the call stands.
  var range: SourceRange
  /// What numbers the random values start from where the call names no seed.
  var defaultSeed = 0
  /// How many bytes of values the scene may still make.
  var room = Int.max
  /// What opens a file; nil where files cannot be read.
  var open: LoadOptions.Opening?

  /// One argument.
  enum Value: Hashable, Sendable {
    case number(Double)
    case numbers([Double])
    case word(String)
    case text(String)
  }

  subscript(name: String) -> Value? { named.first { $0.name == name }?.value }
}

/// An argument that a function cannot take: its name, and what it has to be.
struct ArgumentMistake: Error, Hashable {
  /// The argument as the sentence names it.
  let argument: String
  let requirement: String

  init(_ argument: String, _ requirement: String) {
    self.argument = argument
    self.requirement = requirement
  }
}

extension Arguments {
  /// A whole number; nil where it is not given.
  func whole(_ name: String) throws(ArgumentMistake) -> Int? {
    guard let value = self[name] else { return nil }
    return try Self.whole(value, as: name)
  }

  func number(_ name: String) throws(ArgumentMistake) -> Double? {
    guard let value = self[name] else { return nil }
    guard case .number(let number) = value else {
      throw ArgumentMistake(name, "a number")
    }
    return number
  }

  func word(_ name: String) throws(ArgumentMistake) -> String? {
    guard let value = self[name] else { return nil }
    guard case .word(let word) = value else { throw ArgumentMistake(name, "a word") }
    return word
  }

  /// The settings as whole numbers, one list as well: `zeros(2, 3)`, `zeros([2, 3])`.
  func extents() throws(ArgumentMistake) -> [Int] {
    var extents: [Int] = []
    for value in settings {
      if case .numbers(let numbers) = value {
        for number in numbers { extents.append(try Self.whole(.number(number), as: "an extent")) }
      } else {
        extents.append(try Self.whole(value, as: "an extent"))
      }
    }
    return extents
  }

  /// The settings as numbers.
  func numbers() throws(ArgumentMistake) -> [Double] {
    var numbers: [Double] = []
    for value in settings {
      guard case .number(let number) = value else {
        throw ArgumentMistake("an argument", "a number")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The shape the settings spell.
  func shape() throws(ArgumentMistake) -> Shape {
    try Self.shape(of: try extents())
  }

  static func shape(of extents: [Int]) throws(ArgumentMistake) -> Shape {
    guard extents.count <= Shape.maximumRank else {
      throw ArgumentMistake("a shape", "of at most \(Shape.maximumRank) axes")
    }
    guard extents.allSatisfy({ $0 >= 0 }), let shape = Shape(checking: extents) else {
      throw ArgumentMistake("an extent", "0 or more")
    }
    return shape
  }

  static func whole(_ value: Value, as name: String) throws(ArgumentMistake) -> Int {
    guard case .number(let number) = value, let whole = Int(exactly: number),
      whole.magnitude <= 1 << 53
    else { throw ArgumentMistake(name, "a whole number") }
    return whole
  }

  /// The seed the call names, or that of its leaf.
  func seed() throws(ArgumentMistake) -> Int { try whole("seed") ?? defaultSeed }
}
