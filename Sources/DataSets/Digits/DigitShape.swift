/// A written digit as distances: how far each point of its plane is from the middle of the nearest
/// stroke.
///
/// From it the digit is drawn with pens of any width, moved, stretched and slanted, for a few
/// multiplications a pixel. Lengths are in heights of the digit; its middle is at (0, 0).
struct DigitShape {
  /// How many heights a digit is wide.
  static let width = 0.66

  /// How many distances there are, and how many for one height: enough for the widest pen around the
  /// smallest digit.
  static let rows = 42
  static let columns = 32
  static let resolution = 28.0

  /// Row by row from the upper left.
  let distances: [Double]

  /// - Parameter hand: moves the points of the strokes by up to `wander`.
  init(_ strokes: [DigitStroke], hand: RandomStream, wander: Double) {
    var pieces: [Piece] = []
    for (index, stroke) in strokes.enumerated() {
      let trace = stroke.traced(by: hand.branch(index), wander: wander).map { point in
        (point - 0.5) * SIMD2(Self.width, 1)
      }
      pieces += zip(trace, trace.dropFirst()).map(Piece.init)
    }
    distances = (0..<Self.rows * Self.columns).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: Self.columns)
      let x = (Double(column) - Double(Self.columns - 1) / 2) / Self.resolution
      let y = (Double(row) - Double(Self.rows - 1) / 2) / Self.resolution
      var square = Double.infinity
      for piece in pieces { square = min(square, piece.squaredDistance(x, y)) }
      return square.squareRoot()
    }
  }
}

/// A straight piece of a stroke, axis by axis, which is quicker in debug builds than a vector.
private struct Piece {
  private let x: Double
  private let y: Double
  private let right: Double
  private let down: Double
  /// 1 over the square of the length; 0 for a piece without any.
  private let scale: Double

  init(_ start: SIMD2<Double>, _ end: SIMD2<Double>) {
    x = start.x
    y = start.y
    right = end.x - start.x
    down = end.y - start.y
    let square = right * right + down * down
    scale = square > 0 ? 1 / square : 0
  }

  @inline(__always)
  func squaredDistance(_ x: Double, _ y: Double) -> Double {
    let wayRight = x - self.x
    let wayDown = y - self.y
    let along = min(1, max(0, (wayRight * right + wayDown * down) * scale))
    let asideRight = wayRight - along * right
    let asideDown = wayDown - along * down
    return asideRight * asideRight + asideDown * asideDown
  }
}
