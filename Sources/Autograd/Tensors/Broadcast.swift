/// How two shapes are stretched to one, as loops: axes that behave alike are one axis.
///
/// Two tensors of one shape are a single run, whatever their rank; a matrix and a row are as many
/// runs as the matrix has rows.
struct Broadcast: Hashable, Sendable {
  /// The loops from the outside to the inside; never empty.
  let axes: [Axis]

  struct Axis: Hashable, Sendable {
    var extent: Int
    /// How many elements further the operands are at the next step; 0 where one is repeated.
    var x: Int
    var y: Int
  }

  /// What a primitive that is not element-wise has.
  static let none = Broadcast(axes: [])

  private init(axes: [Axis]) { self.axes = axes }

  /// The loops over both shapes; nil where an axis fits neither.
  init?(_ x: Shape, _ y: Shape) {
    guard let out = x.broadcast(with: y) else { return nil }
    let (xStrides, yStrides) = (x.strides, y.strides)
    var axes: [Axis] = []
    for axis in 0..<out.rank {
      let next = Axis(
        extent: out.extents[axis], x: Self.stride(x, xStrides, axis, out.rank),
        y: Self.stride(y, yStrides, axis, out.rank))
      if next.extent == 1 { continue }
      if let last = axes.last, last.x == next.x * next.extent, last.y == next.y * next.extent {
        axes[axes.count - 1] = Axis(extent: last.extent * next.extent, x: next.x, y: next.y)
      } else {
        axes.append(next)
      }
    }
    self.axes = axes.isEmpty ? [Axis(extent: 1, x: 1, y: 1)] : axes
  }

  private static func stride(_ shape: Shape, _ strides: [Int], _ axis: Int, _ rank: Int) -> Int {
    let own = axis - (rank - shape.rank)
    return own < 0 || shape.extents[own] == 1 ? 0 : strides[own]
  }

  /// Calls `run` for every stretch along the innermost axis, with where it begins in both operands
  /// and in the result.
  func forEachRun(_ run: (_ x: Int, _ y: Int, _ out: Int) -> Void) {
    var out = 0
    visit(axis: 0, x: 0, y: 0, &out, run)
  }

  // As deep as the tensor has axes, which is little.
  private func visit(
    axis: Int, x: Int, y: Int, _ out: inout Int, _ run: (Int, Int, Int) -> Void
  ) {
    guard axis < axes.count - 1 else {
      run(x, y, out)
      out += axes[axis].extent
      return
    }
    for step in 0..<axes[axis].extent {
      visit(
        axis: axis + 1, x: x + step * axes[axis].x, y: y + step * axes[axis].y, &out, run)
    }
  }

  /// Calls `body` for every element of the result, with the elements it is made of.
  func forEachElement(_ body: (_ x: Int, _ y: Int, _ out: Int) -> Void) {
    forEachRun { x, y, out in
      for i in 0..<inner.extent { body(x + i * inner.x, y + i * inner.y, out + i) }
    }
  }

  /// The innermost axis.
  var inner: Axis { axes[axes.count - 1] }
}
