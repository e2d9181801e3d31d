/// A row for each label with 1 in the column it names and 0 elsewhere; a label that names no column
/// gives a row of 0. A step function, so its derivative is 0.
struct OneHotRule: TensorRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard case .count(let classes) = attribute, let out = Shape(checking: x.extents + [classes])
    else { throw .uncountable }
    return Application(x: x, out: out, attribute: attribute)
  }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    guard case .count(let classes) = application.attribute else { return }
    out.update(repeating: 0, count: application.out.count)
    for row in 0..<application.x.count {
      guard let label = Int(exactly: x[row]), (0..<classes).contains(label) else { continue }
      out[row * classes + label] = 1
    }
  }

  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void
  ) {}

  // Which column is 1 is a choice, and no sum of what the label is.
  func origins(_ application: Application, of element: Int) -> [CellOrigin] { [] }

  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID] {
    guard case .count(let classes) = application.attribute else { return [] }
    let values = graph.forward()
    return x.flatMap { label in
      (0..<classes).map { graph.constant(values[label.index] == Double($0) ? 1 : 0) }
    }
  }
}
