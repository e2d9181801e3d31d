/// How one digit is written: where on the image, how large, how slanted, and with which pen.
struct DigitHand {
  /// Which of the hands wrote it, and the digit.
  let hand: Int
  let digit: Int
  /// The middle of the digit, in pixels from that of the image.
  let column: Double
  let row: Double
  /// Pixels for one unit of the shape, along each axis.
  let width: Double
  let height: Double
  /// How far each row is moved to the right for every row further up, and for the square of its
  /// distance from the middle; in units of the shape.
  let slant: Double
  let bend: Double
  /// How far the line rises for every column further right.
  let rise: Double
  /// Half the width of the pen, in pixels.
  let reach: Double
  /// The value where the pen has been.
  let ink: Double

  /// How many hands there are.
  static let hands = 8

  /// - Parameter stream: the random numbers of this image, its first eleven elements.
  init(_ size: DigitSize, _ stream: RandomStream) {
    func below(_ bound: Double, _ element: Int) -> Int {
      Int(stream.uniform(at: element) * bound)
    }
    func around(_ element: Int, _ mean: Double, _ spread: Double) -> Double {
      mean + spread * (2 * stream.uniform(at: element) - 1)
    }
    digit = below(10, 0)
    hand = below(Double(Self.hands), 1)
    column = around(2, 0, size.shift)
    row = around(3, 0, size.shift)
    width = size.height * around(4, 1, 0.2)
    height = size.height * around(5, 0.97, 0.13)
    slant = around(6, 0.1, 0.4)
    bend = around(7, 0, 0.25)
    rise = around(8, 0, 0.18)
    reach = size.pen / 2 * around(9, 1, 0.4)
    ink = around(10, 0.9, 0.1)
  }
}
