import CMatrixProduct
import RandomNumbers
import Testing

@testable import Autograd

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct MatrixProductTests {
  /// All that this processor can do, the portable way first.
  private static let ways = 0..<backprop_multiply_ways()

  /// (rows, depth, columns)
  private static let smallShapes: [(Int, Int, Int)] = {
    var random = SplitMix64(seed: 1)
    let sides = [1, 2, 3, 4, 7, 8, 9]
    let edges = sides.flatMap { rows in sides.map { (rows, 1 + random.below(9), $0) } }
    let others = (0..<40).map { _ in
      (1 + random.below(40), 1 + random.below(90), 1 + random.below(60))
    }
    return edges + others
  }()

  /// Those that are cut into blocks: by terms, by columns, by both, and with a matrix that is
  /// stored transposed; and those with a single row, column or term.
  private static let largeShapes: [(Int, Int, Int)] = [
    (128, 700, 73), (131, 65, 789), (129, 270, 261), (150, 100, 33), (1, 300, 77), (77, 300, 1),
    (300, 1, 77), (1, 500, 1), (200, 40, 1),
  ]

  private static let extremes: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNormalMagnitude,
    .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0.1,
  ]

  private func multiply(
    _ left: MatrixProduct.Matrix, _ right: MatrixProduct.Matrix,
    into result: UnsafeMutablePointer<Double>, rowStride: Int, accumulates: Bool, way: Int32
  ) {
    var product = backprop_product(
      rows: left.rows, columns: right.columns, depth: left.columns, a: left.pointer,
      a_row: left.rowStride, a_column: left.columnStride, b: right.pointer,
      b_row: right.rowStride, b_column: right.columnStride, c: result, c_row: rowStride,
      accumulates: accumulates)
    backprop_multiply_by(way, &product)
  }

  /// The product by one way where `start` was, or added to it, with what lay between its rows.
  private func product(
    _ left: StoredMatrix, _ right: StoredMatrix, onto start: StoredMatrix, accumulates: Bool,
    way: Int32
  ) -> StoredMatrix {
    var result = start
    result.withPointer { pointer in
      left.withMatrix { a in
        right.withMatrix { b in
          multiply(
            a, b, into: pointer, rowStride: start.rowStride, accumulates: accumulates, way: way)
        }
      }
    }
    return result
  }

  /// The same bits, or both no number: which NaN is the processor's choice.
  private func isSame(_ x: StoredMatrix, _ y: StoredMatrix) -> Bool {
    guard x.storage.count == y.storage.count else { return false }
    // In a debug build a comparison of elements takes longer than their product.
    return memcmp(x.storage, y.storage, x.storage.count * MemoryLayout<Double>.size) == 0
      || zip(x.storage, y.storage).allSatisfy {
        $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
      }
  }

  /// Every way gives the chains that start at 0 and those that start at `start`, wherever the
  /// numbers lie.
  private func expectChains(
    _ left: StoredMatrix, _ right: StoredMatrix, from start: StoredMatrix,
    layouts: [StoredMatrix.Layout] = StoredMatrix.Layout.allCases,
    expected: (StoredMatrix) -> StoredMatrix
  ) {
    let (lefts, rights) = (layouts.map(left.laidOut), layouts.map(right.laidOut))
    for accumulates in [false, true] {
      let sum = expected(accumulates ? start : start.filled(with: 0))
      for layout in [StoredMatrix.Layout.rows, .rowsWithGaps] {
        let (from, to) = (start.laidOut(layout), sum.laidOut(layout))
        for (way, left) in Self.ways.flatMap({ way in lefts.map { (way, $0) } }) {
          for right in rights {
            let result = product(left, right, onto: from, accumulates: accumulates, way: way)
            let agrees = isSame(result, to)
            #expect(agrees, "way \(way), \(left.layout) times \(right.layout) into \(layout)")
          }
        }
      }
    }
  }

  @Test(arguments: smallShapes)
  func `every way computes the chains, however the matrices lie in memory`(
    rows: Int, depth: Int, columns: Int
  ) {
    var random = SplitMix64(seed: UInt64(rows * 10_000 + depth * 100 + columns))
    let number = { 2 * random.unit() - 1 }
    let left = StoredMatrix(rows, depth, element: number)
    let right = StoredMatrix(depth, columns, element: number)
    expectChains(left, right, from: StoredMatrix(rows, columns, element: number)) {
      $0.adding(left, right)
    }
  }

  @Test(arguments: largeShapes)
  func `large products have the bits of the portable way`(rows: Int, depth: Int, columns: Int) {
    var random = SplitMix64(seed: UInt64(rows + depth + columns))
    let number = { 2 * random.unit() - 1 }
    let left = StoredMatrix(rows, depth, element: number)
    let right = StoredMatrix(depth, columns, element: number)
    let start = StoredMatrix(rows, columns, element: number)
    expectChains(left, right, from: start, layouts: [.rows, .columns]) {
      product(left, right, onto: $0, accumulates: true, way: 0)
    }
  }

  @Test func `NaN, infinities and the signs of zeros go where the chains take them`() {
    var random = SplitMix64(seed: 2)
    // Few extremes: with many, every element would be NaN.
    let number = { random.below(8) == 0 ? Self.extremes[random.below(12)] : random.unit() }
    for (rows, depth, columns) in [(12, 1, 9), (5, 4, 30), (17, 5, 3), (1, 6, 11), (9, 6, 1)] {
      for _ in 0..<5 {
        let left = StoredMatrix(rows, depth, element: number)
        let right = StoredMatrix(depth, columns, element: number)
        expectChains(left, right, from: StoredMatrix(rows, columns, element: number)) {
          $0.adding(left, right)
        }
      }
    }
  }

  @Test func `a zero leaves no term out`() {
    let zeros = StoredMatrix(20, 9) { 0 }
    var right = StoredMatrix(9, 30) { 1 }
    right[4, 11] = .infinity
    right[8, 29] = .nan
    for way in Self.ways {
      let start = StoredMatrix(20, 30) { 0 }
      let result = product(zeros, right, onto: start, accumulates: false, way: way)
      for row in 0..<20 { #expect((0..<30).filter { result[row, $0].isNaN } == [11, 29]) }
    }
  }

  @Test(arguments: [StoredMatrix.Layout.rows, .columns])
  func `bands of rows and columns and stretches of terms give the same bits`(
    layout: StoredMatrix.Layout
  ) {
    var random = SplitMix64(seed: 4)
    let left = StoredMatrix(300, 150, layout: layout) { random.unit() }
    let right = StoredMatrix(150, 55) { random.unit() }
    let start = StoredMatrix(300, 55) { random.unit() }
    let bands = [0..<7, 7..<167, 167..<300].flatMap { rows in
      [(rows, 0..<50), (rows, 50..<55)]
    }
    for way in Self.ways {
      let whole = product(left, right, onto: start, accumulates: true, way: way)
      var pieces = start
      pieces.withPointer { pointer in
        left.withMatrix { a in
          right.withMatrix { b in
            for (rows, columns) in bands {
              for terms in [0..<37, 37..<38, 38..<150] {
                multiply(
                  a.part(rows, terms), b.part(terms, columns),
                  into: pointer + rows.lowerBound * 55 + columns.lowerBound, rowStride: 55,
                  accumulates: true, way: way)
              }
            }
          }
        }
      }
      #expect(isSame(pieces, whole), "way \(way)")
    }
  }

  @Test func `an empty side leaves nothing to compute, and no terms are zero`() {
    let nothing = StoredMatrix(0, 0) { 0 }
    let start = StoredMatrix(3, 4, layout: .rowsWithGaps) { 7 }
    for (rows, depth, columns) in [(0, 3, 4), (3, 2, 0), (0, 0, 0)] {
      var result = start
      nothing.withMatrix { empty in
        let left = MatrixProduct.Matrix(empty.pointer, rows: rows, columns: depth)
        let right = MatrixProduct.Matrix(empty.pointer, rows: depth, columns: columns)
        result.withPointer {
          MatrixProduct.multiply(left, right, into: $0, rowStride: 7)
        }
      }
      #expect(isSame(result, start))
    }
    let (left, right) = (StoredMatrix(3, 0) { 0 }, StoredMatrix(0, 4) { 0 })
    for way in Self.ways {
      let added = product(left, right, onto: start, accumulates: true, way: way)
      #expect(isSame(added, start))
      let replaced = product(left, right, onto: start, accumulates: false, way: way)
      #expect(isSame(replaced, start.filled(with: 0)))
    }
  }

  @Test func `the gradients of a product are products with transposed views`() {
    let left = StoredMatrix(2, 3) { 0 }.numbered
    let upstream = StoredMatrix(2, 4) { 0 }.numbered
    var result = StoredMatrix(3, 4) { 100 }
    result.withPointer { pointer in
      left.withMatrix { a in
        upstream.withMatrix { b in
          MatrixProduct.multiply(a.transposed, b, into: pointer, rowStride: 4, accumulates: true)
        }
      }
    }
    #expect(
      result.storage == [
        121, 126, 131, 136,
        127, 134, 141, 148,
        133, 142, 151, 160,
      ])
  }
}
