/// What a primitive does that is not element-wise: a sum, a product of matrices, a softmax.
///
/// One type a primitive, in a file of its own, in `Rules`. What has to be written is the shape
/// rule, the value and the cells, which are the Jacobian column by column; the two products with
/// it follow from the cells, and are written out where a direct way is quicker.
protocol TensorRule: Sendable {
  /// The shape rule: the shape of the result, with the attribute counted from 0.
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application

  /// Writes the value.
  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>)

  /// The outputs that read an element of the operand in the slot, with ∂out/∂operand: one column of
  /// the Jacobian, without its zeros, in the order of the outputs.
  func forEachCell(
    _ application: Application, _ numbers: Numbers, slot: Int, element: Int,
    _ yield: (Cell) -> Void)

  /// The elements of the operands that an element of the output is made of, term by term.
  func origins(_ application: Application, of element: Int) -> [CellOrigin]

  /// The pullback (VJP): writes upstreamᵀ · ∂out/∂operand, in the shape of the operand.
  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>)

  /// The pushforward (JVP): adds ∂out/∂operand · rates, in the shape of the output.
  func pushforward(
    _ application: Application, _ numbers: Numbers, slot: Int, rates: UnsafePointer<Double>,
    addingTo destination: UnsafeMutablePointer<Double>)

  /// The same on numbers one by one: the nodes of the output's elements, from those of the
  /// operands' elements.
  func expand(
    _ application: Application, x: [NodeID], y: [NodeID], in graph: inout Graph
  ) -> [NodeID]
}

extension TensorRule {
  func pullback(
    _ application: Application, _ numbers: Numbers, slot: Int, upstream: UnsafePointer<Double>,
    into destination: UnsafeMutablePointer<Double>
  ) {
    for element in 0..<application.operand(slot).count {
      var sum = 0.0
      forEachCell(application, numbers, slot: slot, element: element) { cell in
        sum += upstream[cell.out] * cell.derivative
      }
      destination[element] = sum
    }
  }

  func pushforward(
    _ application: Application, _ numbers: Numbers, slot: Int, rates: UnsafePointer<Double>,
    addingTo destination: UnsafeMutablePointer<Double>
  ) {
    for element in 0..<application.operand(slot).count where rates[element] != 0 {
      forEachCell(application, numbers, slot: slot, element: element) { cell in
        destination[cell.out] += cell.derivative * rates[element]
      }
    }
  }
}
