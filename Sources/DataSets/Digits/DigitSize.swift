/// How large images of digits are, and how the digit is written on them; lengths are in pixels.
struct DigitSize {
  /// The rows and the columns of an image.
  let side: Int
  /// The mean height of a digit.
  let height: Double
  /// The mean width of the pen.
  let pen: Double
  /// How far the middle of a digit is from that of the image at most, along each axis.
  let shift: Double

  /// As MNIST's: digits 20 high on 28 rows.
  static let large = DigitSize(side: 28, height: 19, pen: 2.4, shift: 2.6)

  /// As those of the UCI repository, which scikit-learn has.
  static let small = DigitSize(side: 8, height: 6.6, pen: 1.1, shift: 0.4)

  init?(side: Int) {
    switch side {
    case Self.large.side: self = .large
    case Self.small.side: self = .small
    default: return nil
    }
  }

  private init(side: Int, height: Double, pen: Double, shift: Double) {
    self.side = side
    self.height = height
    self.pen = pen
    self.shift = shift
  }
}
