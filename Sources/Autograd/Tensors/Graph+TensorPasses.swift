extension Graph {
  /// Every value of a graph of tensors.
  func tensorForward(_ columns: TensorColumns) -> [Double] {
    // One more than needed, so that a graph of empty tensors has an address.
    let count = columns.valueCount + 1
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: 0)
      filled = count
      guard let values = buffer.baseAddress else { return }
      TensorPass(self, columns, values: values).forward(nodes: 0..<self.count)
    }
  }

  /// The backward pass over a graph of any shapes, with every contribution's edge in the order in
  /// which they are added. The output is seeded with ones.
  ///
  /// - Parameter carried: gradients of leaves that were not set to 0: contributions are added to
  ///   them. The output begins with its seed alone.
  /// - Returns: ∂Σoutput/∂node; see `gradient(of:in:)`.
  public func tensorBackward(
    from output: NodeID, values: [Double], carried: [(node: NodeID, elements: [Double])] = [],
    visiting visit: (Arc) -> Void
  ) -> [Double] {
    guard let tensors else {
      return backward(
        from: output, values: values, carried: carried,
        yield: { visit(Arc(from: $0.from, slot: $0.slot, to: $0.to)) })
    }
    let receives = receivesGradient(from: output)
    let largest = largestReceiver(receives, tensors, carrying: carried.map(\.node))
    var scratch = [Double](repeating: 0, count: largest)
    return [Double](unsafeUninitializedCapacity: tensors.gradientCount + 1) { buffer, filled in
      filled = tensors.gradientCount + 1
      guard let gradients = buffer.baseAddress else { return }
      clear(gradients, where: receives, tensors)
      for (node, elements) in carried {
        (gradients + tensors.gradientStarts[node.index])
          .initialize(from: elements, count: elements.count)
      }
      withPass(tensors, values) { pass in
        scratch.withUnsafeMutableBufferPointer { scratch in
          guard let scratch = scratch.baseAddress else { return }
          pass.backward(
            from: output, receives: receives, gradients: gradients, scratch: scratch,
            carrying: carried.map(\.node), visit: visit)
        }
      }
    }
  }

  /// Sets the gradients to 0 that nothing is written to.
  private func clear(
    _ gradients: UnsafeMutablePointer<Double>, where receives: [Bool], _ columns: TensorColumns
  ) {
    (gradients + columns.gradientCount).initialize(to: 0)
    for node in 0..<count where !receives[node] && columns.gradientStarts[node] >= 0 {
      (gradients + columns.gradientStarts[node])
        .initialize(repeating: 0, count: columns.shapes[node].count)
    }
  }

  /// How many numbers the largest node has that receives more than once, or what is added to what
  /// it carries; at least one.
  func largestReceiver(
    _ receives: [Bool], _ columns: TensorColumns, carrying: [NodeID]
  ) -> Int {
    var uses = [UInt8](repeating: 0, count: count)
    for operand in [first, second].joined() where operand >= 0 {
      uses[Int(operand)] = min(2, uses[Int(operand)] + 1)
    }
    for node in carrying { uses[node.index] = 2 }
    return (0..<count).reduce(1) { largest, node in
      uses[node] > 1 && receives[node] ? max(largest, columns.shapes[node].count) : largest
    }
  }

  /// What one edge contributes to its operand, once the consumer's gradient is final.
  ///
  /// - Parameters: what `forward()` and `backward` gave.
  public func contribution(along arc: Arc, values: [Double], gradients: [Double]) -> Tensor {
    guard let tensors else {
      let operands = operands(of: arc.from)
      let y = operands.count > 1 ? values[operands[1].index] : 0
      let local = Primitive(id: codes[arc.from.index]).derivative(
        slot: arc.slot, x: values[operands[0].index], y: y, out: values[arc.from.index])
      return Tensor(gradients[arc.from.index] * local)
    }
    let shape = tensors.shapes[arc.to.index]
    let elements = [Double](unsafeUninitializedCapacity: shape.count) { buffer, filled in
      filled = shape.count
      guard let destination = buffer.baseAddress, filled > 0 else { return }
      withPass(tensors, values) { pass in
        gradients.withUnsafeBufferPointer { gradients in
          guard let gradients = gradients.baseAddress else { return }
          pass.pullback(
            arc.from.index, slot: arc.slot,
            upstream: gradients + tensors.gradientStarts[arc.from.index], into: destination)
        }
      }
    }
    return Tensor(elements, shape: shape)
  }

  /// A pass that reads values and does not write them.
  func withPass(_ columns: TensorColumns, _ values: [Double], _ body: (TensorPass) -> Void) {
    values.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      body(TensorPass(self, columns, values: UnsafeMutablePointer(mutating: start)))
    }
  }
}
