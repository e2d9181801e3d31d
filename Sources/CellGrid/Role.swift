/// What a cell means, as a small number. The grid only carries it; whoever draws names the roles,
/// and a theme maps each to colours and attributes.
package struct Role: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Text without a meaning of its own, in the terminal's own colours.
  package static let plain = Role(rawValue: 0)
}
