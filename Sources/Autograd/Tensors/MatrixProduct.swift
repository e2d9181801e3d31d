/// A matrix in a tensor's elements, or its transpose without moving them.
struct Matrix {
  let pointer: UnsafePointer<Double>
  let rows: Int
  let columns: Int
  let rowStride: Int
  let columnStride: Int

  var transposed: Matrix {
    Matrix(
      pointer: pointer, rows: columns, columns: rows, rowStride: columnStride,
      columnStride: rowStride)
  }
}

enum MatrixProduct {
  static func multiply(
    _ left: Matrix, _ right: Matrix, into out: UnsafeMutablePointer<Double>, rowStride: Int,
    accumulates: Bool
  ) {
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        var sum = accumulates ? out[row * rowStride + column] : 0
        for k in 0..<left.columns {
          sum.addProduct(
            left.pointer[row * left.rowStride + k * left.columnStride],
            right.pointer[k * right.rowStride + column * right.columnStride])
        }
        out[row * rowStride + column] = sum
      }
    }
  }
}
