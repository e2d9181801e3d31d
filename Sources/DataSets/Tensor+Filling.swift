import Autograd

extension Tensor {
  /// A tensor whose elements are written once, where they stay.
  ///
  /// - Precondition: `fill` writes every element.
  init(filling shape: Shape, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
    let count = shape.count
    let elements = [Double](unsafeUninitializedCapacity: count) { room, filled in
      fill(UnsafeMutableBufferPointer(rebasing: room[..<count]))
      filled = count
    }
    self.init(elements, shape: shape)
  }
}
