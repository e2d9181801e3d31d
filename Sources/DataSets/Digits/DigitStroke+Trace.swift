extension DigitStroke {
  /// The stroke as straight pieces, after a hand that is never quite sure has moved its points by up to
  /// `wander`.
  ///
  /// A curve is a Catmull-Rom spline: it passes its points, and runs through each in the direction of
  /// the line between the neighbours (Catmull and Rom, "A Class of Local Interpolating Splines", 1974).
  func traced(by hand: RandomStream, wander: Double) -> [SIMD2<Double>] {
    let moved = points.indices.map { index in
      let aside = SIMD2(hand.uniform(at: 2 * index), hand.uniform(at: 2 * index + 1))
      return points[index] + (aside - 0.5) * (2 * wander)
    }
    guard isCurved else { return moved }
    let pieces = 6
    var trace: [SIMD2<Double>] = []
    for index in 0..<moved.count - 1 {
      let ends = (moved[index], moved[index + 1])
      let slopes = (
        (ends.1 - moved[max(0, index - 1)]) / 2,
        (moved[min(moved.count - 1, index + 2)] - ends.0) / 2
      )
      for piece in 0..<pieces {
        trace.append(Self.between(ends, slopes, at: Double(piece) / Double(pieces)))
      }
    }
    return trace + moved.suffix(1)
  }

  /// The cubic with these ends and the slopes there, at a place from 0 to 1.
  private static func between(
    _ ends: (SIMD2<Double>, SIMD2<Double>), _ slopes: (SIMD2<Double>, SIMD2<Double>), at t: Double
  ) -> SIMD2<Double> {
    let linear = slopes.0
    let step = ends.1 - ends.0
    let square = 3 * step - 2 * slopes.0 - slopes.1
    let cube = slopes.0 + slopes.1 - 2 * step
    return ends.0 + t * (linear + t * (square + t * cube))
  }
}
