extension Graph {
  /// Forward mode on any shapes: how fast every element changes when all elements of `x` move at
  /// rate 1; nil for a node that does not depend on it.
  ///
  /// - Parameter values: what `forward()` gave.
  public func tensorTangents(from x: NodeID, values: [Double]) -> [Tensor?] {
    var rates = [Tensor?](repeating: nil, count: count)
    rates[x.index] = Tensor(repeating: 1, shape: shape(of: x))
    guard let tensors else {
      let tangents = tangents(from: x, values: values)
      return nodes.map { Tensor(tangents[$0.index]) }
    }
    withPass(tensors, values) { pass in
      for node in x.index + 1..<count where codes[node] < Self.constantCode {
        rates[node] = pass.pushforward(
          node, rates[Int(first[node])], second[node] < 0 ? nil : rates[Int(second[node])])
      }
    }
    return rates
  }
}

extension TensorPass {
  /// The pushforward of one node, from the rates of its operands; nil where neither moves.
  fileprivate func pushforward(_ node: Int, _ first: Tensor?, _ second: Tensor?) -> Tensor? {
    guard first != nil || second != nil else { return nil }
    let shape = columns.shapes[node]
    var rates = [Double](repeating: 0, count: max(1, shape.count))
    rates.withUnsafeMutableBufferPointer { buffer in
      guard let destination = buffer.baseAddress else { return }
      for (slot, moving) in [first, second].enumerated() {
        moving?.elements.withUnsafeBufferPointer { moving in
          guard let moving = moving.baseAddress else { return }
          add(node, slot: slot, rates: moving, to: destination)
        }
      }
    }
    return Tensor(Array(rates.prefix(shape.count)), shape: shape)
  }

  private func add(
    _ node: Int, slot: Int, rates: UnsafePointer<Double>,
    to destination: UnsafeMutablePointer<Double>
  ) {
    let primitive = Primitive(id: graph.codes[node])
    let out = UnsafePointer(values + columns.starts[node])
    read(graph.first[node]) { x in
      read(graph.second[node]) { y in
        guard let application = columns.application(of: node) else {
          let y = graph.second[node] < 0 ? 0 : y.pointee
          destination.pointee +=
            rates.pointee * primitive.derivative(slot: slot, x: x.pointee, y: y, out: out.pointee)
          return
        }
        let numbers = Numbers(x: x, y: y, out: out)
        if let rule = primitive.tensorRule {
          rule.pushforward(application, numbers, slot: slot, rates: rates, addingTo: destination)
        } else {
          application.broadcast.forEachElement { left, right, place in
            let local = primitive.derivative(
              slot: slot, x: x[left], y: y[right], out: out[place])
            destination[place] += rates[slot == 0 ? left : right] * local
          }
        }
      }
    }
  }
}
