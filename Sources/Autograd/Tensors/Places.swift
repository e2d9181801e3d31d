/// A walk through a tensor along some of its axes: as many places as `extents` multiply to, each
/// with the place of its element in the tensor.
struct Places {
  let extents: [Int]
  /// How many elements further the next place along each axis is.
  let strides: [Int]
  let start: Int

  /// Calls `yield` with 0, 1, 2 … and the element there, row major.
  func visit(_ yield: (_ place: Int, _ element: Int) -> Void) {
    var place = 0
    guard !extents.isEmpty else { return yield(0, start) }
    descend(axis: 0, element: start, &place, yield)
  }

  /// The element at a place.
  func element(at place: Int) -> Int {
    var (rest, element) = (place, start)
    for axis in extents.indices.reversed() {
      element += rest % extents[axis] * strides[axis]
      rest /= extents[axis]
    }
    return element
  }

  // As deep as the tensor has axes, which is little.
  private func descend(
    axis: Int, element: Int, _ place: inout Int, _ yield: (Int, Int) -> Void
  ) {
    guard axis < extents.count - 1 else {
      for step in 0..<extents[axis] { yield(place + step, element + step * strides[axis]) }
      place += extents[axis]
      return
    }
    for step in 0..<extents[axis] {
      descend(axis: axis + 1, element: element + step * strides[axis], &place, yield)
    }
  }
}
