import Autograd
import Playback

/// Which element of a tensor is looked at closely, and how.
///
/// It is a place in whatever node is selected: where that has fewer rows or columns, the nearest.
package struct Inspector: Hashable, Sendable {
  var row = 0
  var column = 0
  /// Which of the matrices of a stack, counted through.
  var layer = 0
  /// Value or gradient, where there is room for one; nil for the gradient once it is known.
  var field: Field?
  /// Whether rows, or matrices, are shown as images where they have the size of one.
  var showsImages = false

  /// The same with its place inside of a shape.
  func clamped(to shape: Shape) -> Inspector {
    var inspector = self
    inspector.row = min(max(0, row), max(0, shape.matrixRows - 1))
    inspector.column = min(max(0, column), max(0, shape.columns - 1))
    inspector.layer = min(max(0, layer), max(0, shape.layers - 1))
    return inspector
  }

  /// The place among a tensor's elements; nil where there are none.
  func element(in shape: Shape) -> Int? {
    guard shape.count > 0 else { return nil }
    let place = clamped(to: shape)
    return (place.layer * shape.matrixRows + place.row) * shape.columns + place.column
  }
}

extension Shape {
  /// The rows of each matrix of a stack: the last axis but one.
  var matrixRows: Int { rank > 1 ? extents[rank - 2] : 1 }

  /// How many matrices a stack has.
  var layers: Int { extents.dropLast(2).reduce(1, *) }

  /// `[1, :, :]`: one matrix of a stack; nothing for a tensor that is no stack.
  func index(ofLayer layer: Int) -> String {
    guard rank > 2 else { return "" }
    let leading = Shape(Array(extents.dropLast(2)))
    return String(leading.index(of: layer).dropLast()) + ", :, :]"
  }

  /// What of a tensor is an image of so many pixels at each side, from the sets of handwritten digits
  /// in use; nil where nothing is.
  var images: ImageKind? {
    let sides = [28, 8]
    if rank > 1, matrixRows == columns, sides.contains(columns) { return .matrices(side: columns) }
    return sides.first { $0 * $0 == columns }.map { .rows(side: $0) }
  }
}

/// What of a tensor is an image.
enum ImageKind: Hashable {
  case rows(side: Int)
  case matrices(side: Int)

  var side: Int {
    switch self {
    case .rows(let side), .matrices(let side): side
    }
  }
}
