/// A forward or backward pass over a graph of tensors, in memory that the caller holds.
///
/// Nothing is allocated for the elements, and the tensors in leaves are read where they are.
struct TensorPass {
  let graph: Graph
  let columns: TensorColumns
  /// Room for `columns.valueCount` numbers.
  let values: UnsafeMutablePointer<Double>
  private let rows = Primitive.rows

  init(_ graph: Graph, _ columns: TensorColumns, values: UnsafeMutablePointer<Double>) {
    self.graph = graph
    self.columns = columns
    self.values = values
  }

  /// The elements of a node; of a missing operand, something that is not read.
  func read<Result>(_ node: Int32, _ body: (UnsafePointer<Double>) -> Result) -> Result {
    guard node >= 0 else { return body(values) }
    let start = columns.starts[Int(node)]
    guard start < 0 else { return body(values + start) }
    return columns.held[~start].withUnsafeBufferPointer { body($0.baseAddress ?? .init(values)) }
  }

  /// Evaluates the nodes of a stretch of the tape from the values before it.
  func forward(nodes: Range<Int>) {
    for node in nodes { compute(node) }
  }

  private func compute(_ node: Int) {
    let code = graph.codes[node]
    guard code < Graph.constantCode else {
      if columns.starts[node] >= 0 { values[columns.starts[node]] = graph.leafValues[node] }
      return
    }
    let (first, second) = (graph.first[node], graph.second[node])
    let out = values + columns.starts[node]
    guard let application = columns.application(of: node) else {
      out.pointee = rows[Int(code)].value(number(first), second < 0 ? 0 : number(second))
      return
    }
    read(first) { x in
      read(second) { y in
        if let rule = rows[Int(code)].tensorRule {
          rule.forward(application, x: x, y: y, into: out)
        } else {
          map(rows[Int(code)], application.broadcast, x, y, out)
        }
      }
    }
  }

  private func map(
    _ row: Primitive.Row, _ broadcast: Broadcast, _ x: UnsafePointer<Double>,
    _ y: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>
  ) {
    let inner = broadcast.inner
    broadcast.forEachRun { left, right, place in
      let run = ElementRun(
        count: inner.extent, x: x + left, xStride: inner.x, y: y + right, yStride: inner.y)
      row.map(run, out + place)
    }
  }

  /// The value of a node that is a number.
  private func number(_ node: Int32) -> Double { values[columns.starts[Int(node)]] }
}

extension TensorPass {
  /// The pullback: writes what a node passes to the operand in a slot, in the operand's shape.
  func pullback(
    _ node: Int, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    let row = rows[Int(graph.codes[node])]
    let (first, second) = (graph.first[node], graph.second[node])
    let out = UnsafePointer(values + columns.starts[node])
    guard let application = columns.application(of: node) else {
      let (x, y) = (number(first), second < 0 ? 0 : number(second))
      let local =
        slot == 0
        ? row.firstDerivative(x, y, out.pointee) : row.secondDerivative(x, y, out.pointee)
      destination.pointee = upstream.pointee * local
      return
    }
    read(first) { x in
      read(second) { y in
        let numbers = Numbers(x: x, y: y, out: out)
        if let rule = row.tensorRule {
          rule.pullback(application, numbers, slot: slot, upstream: upstream, into: destination)
        } else {
          pull(row, application, numbers, slot, upstream, destination)
        }
      }
    }
  }

  /// The element-wise pullback. What was stretched is summed back, here and nowhere else.
  private func pull(
    _ row: Primitive.Row, _ application: Application, _ numbers: Numbers, _ slot: Int,
    _ upstream: UnsafePointer<Double>, _ destination: UnsafeMutablePointer<Double>
  ) {
    let count = application.operand(slot).count
    let isStretched = count != application.out.count
    if isStretched { destination.update(repeating: 0, count: count) }
    let inner = application.broadcast.inner
    application.broadcast.forEachRun { left, right, place in
      let run = ElementRun(
        count: inner.extent, x: numbers.x + left, xStride: inner.x, y: numbers.y + right,
        yStride: inner.y)
      let pull = ElementRun.Pull(
        out: numbers.out + place, upstream: upstream + place,
        destination: destination + (slot == 0 ? left : right),
        stride: slot == 0 ? inner.x : inner.y, accumulates: isStretched)
      row.pull(run, pull, slot)
    }
  }
}
