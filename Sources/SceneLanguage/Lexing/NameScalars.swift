/// Which scalars beyond ASCII a name may contain, each looked up in Unicode's tables once.
struct NameScalars {
  /// What is known of the scalars of the first two planes, where all living scripts are; nothing
  /// before the first one is asked for.
  private var known: [Kinds] = []
  private static let planes = 0x20000

  struct Kinds: OptionSet {
    let rawValue: UInt8

    static let known = Kinds(rawValue: 1)
    static let start = Kinds(rawValue: 2)
    static let rest = Kinds(rawValue: 4)
  }

  /// A letter of any script; never one that cannot be seen.
  mutating func isStart(_ scalar: Unicode.Scalar) -> Bool { kinds(of: scalar).contains(.start) }

  /// A letter, a mark on one, a digit, or a subscript digit as in `w₁`.
  mutating func isRest(_ scalar: Unicode.Scalar) -> Bool { kinds(of: scalar).contains(.rest) }

  private mutating func kinds(of scalar: Unicode.Scalar) -> Kinds {
    let index = Int(scalar.value)
    guard index < Self.planes else { return Kinds(of: scalar) }
    if known.isEmpty { known = Array(repeating: [], count: Self.planes) }
    if !known[index].contains(.known) { known[index] = Kinds(of: scalar) }
    return known[index]
  }
}

extension NameScalars.Kinds {
  init(of scalar: Unicode.Scalar) {
    self = .known
    let properties = scalar.properties
    let isVisible = !scalar.isHidden && !properties.isDefaultIgnorableCodePoint
    if properties.isXIDStart, isVisible { insert(.start) }
    let isSubscript = (0x2080...0x2089).contains(scalar.value)
    if isSubscript || (properties.isXIDContinue && scalar.value != 0xB7 && isVisible) {
      insert(.rest)
    }
  }
}
