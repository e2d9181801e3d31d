extension DataMistake {
  /// Every kind of mistake there is, with what its sentence names.
  package enum Kind: Hashable, Sendable {
    /// The values would take more bytes than the limit allows.
    case tooManyValues(shape: [Int], limit: Int)
    /// A number of elements or samples that is negative.
    case negativeCount(of: String, Int)
    /// A noise that is negative or no number.
    case wrongNoise(of: String, Double)
    /// Images of a size that cannot be drawn.
    case wrongSize(of: String, Int)
    /// A step of 0, or one that is no number, or a range whose ends are none.
    case endlessRange(start: Double, stop: Double, step: Double)
  }
}
