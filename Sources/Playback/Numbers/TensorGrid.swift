package import Autograd

/// A tensor as a matrix of few cells, each the mean of the elements it stands for.
///
/// The axes before the last one are taken as one: shape (2, 3, 4) is six rows of four.
package struct TensorGrid: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Row by row.
  package let cells: [Double]

  /// - Parameters:
  ///   - rows: how many rows it has at most.
  ///   - columns: how many columns it has at most.
  ///
  /// Complexity: linear in the elements.
  package init(of tensor: Tensor, rows: Int, columns: Int) {
    let (height, width) = (tensor.shape.rows, tensor.shape.columns)
    let (gridRows, gridColumns) = (min(rows, height), min(columns, width))
    self.rows = gridRows
    self.columns = gridColumns
    let elements = tensor.elements
    guard !elements.isEmpty, gridRows > 0, gridColumns > 0 else {
      cells = []
      return
    }
    cells = elements.withUnsafeBufferPointer { elements in
      (0..<gridRows * gridColumns).map { cell in
        let block = Self.block(cell / gridColumns, of: gridRows, in: height)
        let stretch = Self.block(cell % gridColumns, of: gridColumns, in: width)
        var sum = 0.0
        for row in block { for place in stretch { sum += elements[row * width + place] } }
        return sum / Double(block.count * stretch.count)
      }
    }
  }

  package subscript(row: Int, column: Int) -> Double { cells[row * columns + column] }

  /// The rows or columns of the tensor that one of the grid stands for.
  package static func block(_ index: Int, of count: Int, in extent: Int) -> Range<Int> {
    index * extent / count..<(index + 1) * extent / count
  }

  /// The row or column of a grid in which one of the tensor lies.
  package static func place(_ index: Int, of count: Int, in extent: Int) -> Int {
    ((index + 1) * count + extent - 1) / max(1, extent) - 1
  }
}

extension Shape {
  /// The rows of the matrix a tensor is drawn as: all axes but the last one, taken as one.
  package var rows: Int { extents.dropLast().reduce(1, *) }

  /// Its columns: the last axis.
  package var columns: Int { extents.last ?? 1 }
}
