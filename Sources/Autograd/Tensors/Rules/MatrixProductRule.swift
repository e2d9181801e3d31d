/// The product of matrices, as NumPy's `@`: a vector on the left is a row, one on the right a
/// column, and the axes before the last two are a stack of matrices, broadcast.
///
/// The VJPs are the only two products whose shapes fit: `dX = dY · Yᵀ` and `dY = Xᵀ · dOut`.
struct MatrixProductRule: TensorRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard x.rank > 0, y.rank > 0 else { throw .productOfScalar(x, y) }
    let inner = x.extents[x.rank - 1]
    guard inner == y.extents[max(0, y.rank - 2)] else { throw .inner(x, y) }
    let (left, right) = (Shape(Array(x.extents.dropLast(2))), Shape(Array(y.extents.dropLast(2))))
    guard let stack = left.broadcast(with: right) else { throw .noBroadcast(x, y) }
    var extents = stack.extents
    if x.rank > 1 { extents.append(x.extents[x.rank - 2]) }
    if y.rank > 1 { extents.append(y.extents[y.rank - 1]) }
    guard let out = Shape(checking: extents) else { throw .uncountable }
    return Application(x: x, y: y, out: out)
  }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    multiply(application, x, y, into: out, accumulates: false)
  }

  private func multiply(
    _ application: Application, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>, accumulates: Bool
  ) {
    let layers = Layers(application)
    layers.visit { left, right, place in
      MatrixProduct.multiply(
        layers.left(x + left), layers.right(y + right), into: out + place,
        rowStride: layers.columns, accumulates: accumulates)
    }
  }

  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let layers = Layers(application)
    // A matrix that several of the other stack meet receives from all of them.
    let accumulates = application.out.count > 0 && layers.repeats(slot: slot)
    if accumulates || layers.count == 0 {
      destination.update(repeating: 0, count: application.operand(slot).count)
    }
    layers.visit { left, right, place in
      let gradient = layers.out(upstream + place)
      if slot == 0 {
        MatrixProduct.multiply(
          gradient, layers.right(numbers.y + right).transposed, into: destination + left,
          rowStride: layers.inner, accumulates: accumulates)
      } else {
        MatrixProduct.multiply(
          layers.left(numbers.x + left).transposed, gradient, into: destination + right,
          rowStride: layers.columns, accumulates: accumulates)
      }
    }
  }

  func pushforward(
    _ application: Application, _ numbers: Numbers, slot: Int, rates: UnsafePointer<Double>,
    addingTo destination: UnsafeMutablePointer<Double>
  ) {
    multiply(
      application, slot == 0 ? rates : numbers.x, slot == 0 ? numbers.y : rates,
      into: destination, accumulates: true)
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {
    let layers = Layers(application)
    layers.visit { left, right, place in
      let own = element - (slot == 0 ? left : right)
      guard own >= 0, own < layers.size(slot: slot) else { return }
      if slot == 0 {
        let (row, k) = own.quotientAndRemainder(dividingBy: layers.inner)
        for column in 0..<layers.columns {
          yield(
            Cell(
              out: place + row * layers.columns + column,
              derivative: numbers.y[right + k * layers.columns + column]))
        }
      } else {
        let (k, column) = own.quotientAndRemainder(dividingBy: layers.columns)
        for row in 0..<layers.rows {
          yield(
            Cell(
              out: place + row * layers.columns + column,
              derivative: numbers.x[left + row * layers.inner + k]))
        }
      }
    }
  }

  /// The factors of each product that is added up.
  func origins(_ application: Application, of element: Int) -> [CellOrigin] {
    let layers = Layers(application)
    let (layer, place) = element.quotientAndRemainder(dividingBy: layers.rows * layers.columns)
    let (row, column) = place.quotientAndRemainder(dividingBy: layers.columns)
    let (left, right) = layers.matrices(of: layer)
    return (0..<layers.inner).map { k in
      CellOrigin(x: left + row * layers.inner + k, y: right + k * layers.columns + column)
    }
  }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    let layers = Layers(application)
    var out: [NodeID] = []
    layers.visit { left, right, _ in
      for row in 0..<layers.rows {
        for column in 0..<layers.columns {
          let products = (0..<layers.inner).map { k in
            graph.apply(
              .multiply, x[left + row * layers.inner + k], y[right + k * layers.columns + column])
          }
          out.append(graph.chain(products, .add, none: 0))
        }
      }
    }
    return out
  }
}

/// A product of stacks of matrices, taken apart.
private struct Layers {
  let rows: Int
  let inner: Int
  let columns: Int
  /// How many matrices there are on either side and in the result.
  let count: Int
  private let broadcast: Broadcast?
  private let left: Shape
  private let right: Shape
  private let stack: Shape

  init(_ application: Application) {
    let (x, y) = (application.x, application.y)
    rows = x.rank > 1 ? x.extents[x.rank - 2] : 1
    inner = x.extents[x.rank - 1]
    columns = y.rank > 1 ? y.extents[y.rank - 1] : 1
    left = Shape(Array(x.extents.dropLast(2)))
    right = Shape(Array(y.extents.dropLast(2)))
    stack = left.broadcast(with: right) ?? .scalar
    count = stack.count
    broadcast = Broadcast(left, right)
  }

  /// Calls `body` with where the matrices of each product begin.
  func visit(_ body: (_ left: Int, _ right: Int, _ out: Int) -> Void) {
    guard let broadcast, count > 0 else { return }
    broadcast.forEachRun { left, right, out in
      for i in 0..<broadcast.inner.extent {
        body(
          (left + i * broadcast.inner.x) * rows * inner,
          (right + i * broadcast.inner.y) * inner * columns, (out + i) * rows * columns)
      }
    }
  }

  /// Where the matrices of one of the products begin.
  func matrices(of product: Int) -> (left: Int, right: Int) {
    (
      left.origin(of: product, in: stack) * rows * inner,
      right.origin(of: product, in: stack) * inner * columns
    )
  }

  func repeats(slot: Int) -> Bool { (slot == 0 ? left : right).count < stack.count }
  func size(slot: Int) -> Int { slot == 0 ? rows * inner : inner * columns }

  func left(_ pointer: UnsafePointer<Double>) -> MatrixProduct.Matrix {
    MatrixProduct.Matrix(pointer, rows: rows, columns: inner)
  }

  func right(_ pointer: UnsafePointer<Double>) -> MatrixProduct.Matrix {
    MatrixProduct.Matrix(pointer, rows: inner, columns: columns)
  }

  func out(_ pointer: UnsafePointer<Double>) -> MatrixProduct.Matrix {
    MatrixProduct.Matrix(pointer, rows: rows, columns: columns)
  }
}
