extension Primitive {
  /// The numbers at a node that a derivative needs: `exp` reads its output, `log` its input.
  public struct Reads: OptionSet, Hashable, Sendable {
    /// One bit a number.
    public let rawValue: UInt8
    /// The set with those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first operand.
    public static let x = Reads(rawValue: 1)
    /// The second operand.
    public static let y = Reads(rawValue: 2)
    /// The node's own value.
    public static let out = Reads(rawValue: 4)

    /// What a formula of the scene language mentions: `"1 - out^2"` reads the output.
    init(text: String) {
      self = text.split { !$0.isLetter && !$0.isNumber }.reduce(into: []) { reads, word in
        switch word {
        case "x": reads.insert(.x)
        case "y": reads.insert(.y)
        case "out": reads.insert(.out)
        default: break
        }
      }
    }
  }
}
