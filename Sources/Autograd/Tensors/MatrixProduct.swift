internal import CMatrixProduct

/// The product of two matrices, the same bits on every machine.
///
/// Every element is a chain of its own: it starts at 0, or at what it was where the product
/// accumulates, and takes the terms in order, each by one fused multiply-add:
///
/// ```swift
/// sum = sum.addingProduct(left[row, k], right[k, column])   // for k in 0..<left.columns
/// ```
///
/// So a product may be cut into bands of rows, or into stretches of k that accumulate one after
/// the other, without a different digit; and NaN and infinities go where the chain takes them.
enum MatrixProduct {
  /// Numbers somewhere else, seen as rows and columns; valid as long as the pointer is.
  struct Matrix {
    let pointer: UnsafePointer<Double>
    let rows: Int
    let columns: Int
    /// From an element to the next one of its column, in elements; not negative.
    let rowStride: Int
    /// From an element to the next one of its row, in elements; not negative.
    let columnStride: Int

    init(
      _ pointer: UnsafePointer<Double>, rows: Int, columns: Int, rowStride: Int,
      columnStride: Int = 1
    ) {
      self.pointer = pointer
      self.rows = rows
      self.columns = columns
      self.rowStride = rowStride
      self.columnStride = columnStride
    }

    /// Rows one after the other.
    init(_ pointer: UnsafePointer<Double>, rows: Int, columns: Int) {
      self.init(pointer, rows: rows, columns: columns, rowStride: columns)
    }

    /// The same numbers with rows and columns exchanged; nothing is moved.
    var transposed: Matrix {
      Matrix(
        pointer, rows: columns, columns: rows, rowStride: columnStride, columnStride: rowStride)
    }
  }

  /// Puts `left` times `right`, of (rows, k) and (k, columns), at `result`, or adds it to what is
  /// there.
  ///
  /// - Parameters:
  ///   - result: The first of `left.rows` rows of `right.columns` neighbours each, none of them
  ///     read by `left` or `right`.
  ///   - rowStride: From one row of the result to the next, in elements.
  ///   - accumulates: Whether the chains start at what `result` holds, which must then be
  ///     initialized.
  /// - Precondition: `left` has as many columns as `right` has rows.
  static func multiply(
    _ left: Matrix, _ right: Matrix, into result: UnsafeMutablePointer<Double>, rowStride: Int,
    accumulates: Bool = false
  ) {
    precondition(left.columns == right.rows, "as many columns as rows")
    var product = backprop_product(
      rows: left.rows, columns: right.columns, depth: left.columns, a: left.pointer,
      a_row: left.rowStride, a_column: left.columnStride, b: right.pointer,
      b_row: right.rowStride, b_column: right.columnStride, c: result, c_row: rowStride,
      accumulates: accumulates)
    backprop_multiply(&product)
  }
}
