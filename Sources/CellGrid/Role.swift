/// What a cell means, as a small number. The grid only carries it; whoever draws names the roles,
/// and a theme maps each to colours and attributes.
///
/// Numbers up to 255 are for names; those above are for whoever wants to say more, as the shades of a
/// heat map.
package struct Role: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Text without a meaning of its own, in the terminal's own colours.
  package static let plain = Role(rawValue: 0)
}
