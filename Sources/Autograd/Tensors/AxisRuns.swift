/// A tensor as stretches along one axis: element `(o, i, n)` of `outer × count × inner` lies at
/// `(o · count + i) · inner + n`.
///
/// All elements as one stretch are `1 × count × 1`.
struct AxisRuns {
  let outer: Int
  /// The length of a stretch.
  let count: Int
  let inner: Int

  /// - Parameter axis: counted from 0; nil for all elements.
  init(_ shape: Shape, axis: Int?) {
    guard let axis else {
      (outer, count, inner) = (1, shape.count, 1)
      return
    }
    outer = shape.extents[..<axis].reduce(1, *)
    count = shape.extents[axis]
    inner = shape.extents[(axis + 1)...].reduce(1, *)
  }

  /// How many stretches there are.
  var runs: Int { outer * inner }

  /// Where a stretch begins; neighbours in it are `inner` apart.
  func start(of run: Int) -> Int { run / inner * count * inner + run % inner }

  /// The stretch an element belongs to.
  func run(of element: Int) -> Int { element / (count * inner) * inner + element % inner }

  /// The elements of a stretch.
  func elements(of run: Int) -> StrideTo<Int> {
    let start = start(of: run)
    return stride(from: start, to: start + count * max(1, inner), by: max(1, inner))
  }
}
