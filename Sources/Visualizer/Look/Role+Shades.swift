package import CellGrid

/// Two colours of the terminal's palette of 256 in one cell, the upper half's and the lower one's.
extension Role {
  private static let shadesFlag: UInt32 = 1 << 16

  package static func shades(upper: UInt8, lower: UInt8) -> Role {
    Role(rawValue: shadesFlag | UInt32(upper) << 8 | UInt32(lower))
  }

  /// The palette's numbers; nil for a role with a name.
  package var shades: (upper: UInt8, lower: UInt8)? {
    guard rawValue & Self.shadesFlag != 0 else { return nil }
    return (UInt8(rawValue >> 8 & 0xFF), UInt8(rawValue & 0xFF))
  }
}
