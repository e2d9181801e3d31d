extension DigitHand {
  /// Writes a shape on an image whose pixels are all 0.
  ///
  /// A pixel is looked up in the shape: the plane of the shape is stretched, slanted and bent under the
  /// straight rows of the image, and the distance there is interpolated between the four nearest.
  ///
  /// - Precondition: `side` rows and columns of pixels.
  @inline(__always)
  func draw(_ shape: DigitShape, on pixels: UnsafeMutableBufferPointer<Double>, side: Int) {
    shape.distances.withUnsafeBufferPointer { draw(Distances($0), on: pixels, side: side) }
  }

  @inline(__always)
  private func draw(
    _ shape: Distances, on pixels: UnsafeMutableBufferPointer<Double>, side: Int
  ) {
    let middle = Double(side - 1) / 2
    let center = Double(DigitShape.columns - 1) / 2
    let step = DigitShape.resolution / width
    // Where the digit is stretched the two axes differ; the mean of both is near enough.
    let pixelsPerUnit = (width + height) / 2
    for row in 0..<side {
      let up = (middle + self.row - Double(row)) / height
      let left = center + (bend * (up * up - 0.1) - slant * up) * DigitShape.resolution
      let start = left - (middle + column) * step
      let y = Double(DigitShape.rows - 1) / 2 - up * DigitShape.resolution
      let first = max(0, Int(-start / step))
      for index in first..<max(first, side) {
        let x = start + Double(index) * step
        guard x < Double(DigitShape.columns - 1) else { break }
        guard let distance = shape.distance(x, y + rise * (x - center)) else { continue }
        // Written so, and not as the maximum of the minimum, none of it is a jump.
        let cover = reach + 0.5 - distance * pixelsPerUnit
        let positive = cover > 0 ? cover : 0
        pixels[row * side + index] = (positive < 1 ? positive : 1) * ink
      }
    }
  }
}

/// The distances of a shape where they lie, as long as an image is drawn.
private struct Distances {
  private let distances: UnsafeBufferPointer<Double>

  init(_ distances: UnsafeBufferPointer<Double>) { self.distances = distances }

  /// The distance at a place that is counted in columns and rows, between the four around it; nil
  /// outside.
  @inline(__always)
  func distance(_ x: Double, _ y: Double) -> Double? {
    guard x >= 0, y >= 0, x < Double(DigitShape.columns - 1), y < Double(DigitShape.rows - 1) else {
      return nil
    }
    let column = Int(x)
    let row = Int(y)
    let place = row * DigitShape.columns + column
    let right = x - Double(column)
    let above = distances[place] + right * (distances[place + 1] - distances[place])
    let next = place + DigitShape.columns
    let below = distances[next] + right * (distances[next + 1] - distances[next])
    return above + (y - Double(row)) * (below - above)
  }
}
