/// A stretch of elements on which an element-wise primitive works in one loop.
///
/// A stride of 0 repeats an operand's one number.
struct ElementRun {
  let count: Int
  let x: UnsafePointer<Double>
  let xStride: Int
  let y: UnsafePointer<Double>
  let yStride: Int
}

extension ElementRun {
  /// Writes the value at every element.
  @inline(__always)
  func map(
    to out: UnsafeMutablePointer<Double>, _ value: (_ x: Double, _ y: Double) -> Double
  ) {
    if xStride == 1, yStride == 1 {
      for i in 0..<count { out[i] = value(x[i], y[i]) }
    } else if xStride == 1, yStride == 0 {
      let y = self.y[0]
      for i in 0..<count { out[i] = value(x[i], y) }
    } else {
      for i in 0..<count { out[i] = value(x[i &* xStride], y[i &* yStride]) }
    }
  }

  /// Passes the gradient of a stretch back to one operand: upstream times local derivative at every
  /// element.
  @inline(__always)
  func pull(
    _ pull: Pull, _ local: (_ x: Double, _ y: Double, _ out: Double) -> Double
  ) {
    let (out, upstream, destination) = (pull.out, pull.upstream, pull.destination)
    if pull.stride == 0 {
      var sum = 0.0
      for i in 0..<count { sum += upstream[i] * local(x[i &* xStride], y[i &* yStride], out[i]) }
      destination[0] += sum
    } else if !pull.accumulates, xStride == 1, yStride == 1 {
      for i in 0..<count { destination[i] = upstream[i] * local(x[i], y[i], out[i]) }
    } else if !pull.accumulates, xStride == 1, yStride == 0 {
      let y = self.y[0]
      for i in 0..<count { destination[i] = upstream[i] * local(x[i], y, out[i]) }
    } else if !pull.accumulates {
      for i in 0..<count {
        destination[i &* pull.stride] =
          upstream[i] * local(x[i &* xStride], y[i &* yStride], out[i])
      }
    } else {
      for i in 0..<count {
        destination[i &* pull.stride] +=
          upstream[i] * local(x[i &* xStride], y[i &* yStride], out[i])
      }
    }
  }

  /// What the backward pass adds to the loop: the node's value and gradient, and the operand's.
  struct Pull {
    let out: UnsafePointer<Double>
    let upstream: UnsafePointer<Double>
    let destination: UnsafeMutablePointer<Double>
    /// 0 where one number receives from all of the stretch.
    let stride: Int
    /// Whether something is in the destination already that has to stay.
    let accumulates: Bool
  }
}
