@testable import Autograd

/// Random numbers in one of the ways a matrix may lie in memory, NaN between them.
struct StoredMatrix {
  /// How far an element is from the next one of its row or column.
  enum Layout: CaseIterable {
    case rows, columns, rowsWithGaps, columnsWithGaps, scattered
  }

  let layout: Layout
  let rows: Int
  let columns: Int
  let rowStride: Int
  let columnStride: Int
  var storage: [Double]

  init(_ rows: Int, _ columns: Int, layout: Layout = .rows, element: () -> Double) {
    self.layout = layout
    self.rows = rows
    self.columns = columns
    (rowStride, columnStride) =
      switch layout {
      case .rows: (columns, 1)
      case .columns: (1, rows)
      case .rowsWithGaps: (columns + 3, 1)
      case .columnsWithGaps: (1, rows + 5)
      case .scattered: (2 * columns + 1, 2)
      }
    let last = (rows - 1) * rowStride + (columns - 1) * columnStride
    storage = Array(repeating: .nan, count: rows == 0 || columns == 0 ? 0 : last + 1)
    for row in 0..<rows {
      for column in 0..<columns { self[row, column] = element() }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { storage[row * rowStride + column * columnStride] }
    set { storage[row * rowStride + column * columnStride] = newValue }
  }

  /// The same numbers elsewhere in memory.
  func laidOut(_ layout: Layout) -> StoredMatrix {
    var copy = StoredMatrix(rows, columns, layout: layout) { 0 }
    for row in 0..<rows {
      for column in 0..<columns { copy[row, column] = self[row, column] }
    }
    return copy
  }

  /// The same matrix with one number everywhere, and what lies between untouched.
  func filled(with number: Double) -> StoredMatrix {
    var filled = self
    for row in 0..<rows {
      for column in 0..<columns { filled[row, column] = number }
    }
    return filled
  }

  /// The same matrix with 1, 2, 3 and so on, row after row.
  var numbered: StoredMatrix {
    var numbered = self
    for row in 0..<rows {
      for column in 0..<columns { numbered[row, column] = Double(row * columns + column + 1) }
    }
    return numbered
  }

  mutating func withPointer(_ body: (UnsafeMutablePointer<Double>) -> Void) {
    storage.withUnsafeMutableBufferPointer { buffer in
      var nowhere = 0.0
      withUnsafeMutablePointer(to: &nowhere) { body(buffer.baseAddress ?? $0) }
    }
  }

  func withMatrix(_ body: (MatrixProduct.Matrix) -> Void) {
    storage.withUnsafeBufferPointer { buffer in
      withUnsafePointer(to: 0.0) { nowhere in
        body(
          MatrixProduct.Matrix(
            buffer.baseAddress ?? nowhere, rows: rows, columns: columns, rowStride: rowStride,
            columnStride: columnStride))
      }
    }
  }

  /// `self` plus `left` times `right` by the definition: one chain an element.
  func adding(_ left: StoredMatrix, _ right: StoredMatrix) -> StoredMatrix {
    var sum = self
    left.withMatrix { a in
      right.withMatrix { b in
        for row in 0..<rows {
          for column in 0..<columns {
            var element = self[row, column]
            for k in 0..<a.columns {
              element = element.addingProduct(
                a.pointer[row * a.rowStride + k * a.columnStride],
                b.pointer[k * b.rowStride + column * b.columnStride])
            }
            sum[row, column] = element
          }
        }
      }
    }
    return sum
  }
}

extension MatrixProduct.Matrix {
  /// Some of the rows and columns, where they are.
  func part(_ rows: Range<Int>, _ columns: Range<Int>) -> MatrixProduct.Matrix {
    MatrixProduct.Matrix(
      pointer + rows.lowerBound * rowStride + columns.lowerBound * columnStride, rows: rows.count,
      columns: columns.count, rowStride: rowStride, columnStride: columnStride)
  }
}
