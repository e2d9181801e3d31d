extension Schedule {
  /// Computes every node's value from the leaves.
  public mutating func forward() {
    let groups = groups
    withColumns { columns in
      for group in groups { columns.forward(group) }
    }
  }

  /// Computes the output's gradient with respect to every node, from the values of the last
  /// `forward()`.
  public mutating func backward() {
    let groups = groups
    let output = output
    withColumns { columns in
      // See `Graph.backward`: the number that changes nothing when added.
      columns.gradients.update(repeating: -0.0, count: columns.count)
      columns.gradients[output] = 1
      for group in groups.reversed() where group.isReached { columns.backward(group) }
    }
  }

  /// The same, contribution by contribution in the order of the tape: what `Graph.backward` gives,
  /// bit by bit.
  ///
  /// Derivatives are computed run by run, and only the additions go node by node.
  ///
  /// - Parameters:
  ///   - order: made for this schedule.
  ///   - carrying: the positions of leaves that begin with the gradient they have.
  mutating func backward(in order: inout TapeOrder, carrying: [Int] = []) {
    let groups = groups
    let output = output
    let carried = carrying.map { gradients[$0] }
    withColumns { columns in
      order.withLocals { locals in
        for group in groups where group.isReached { columns.differentiate(group, into: locals) }
      }
      // One more than there are nodes takes in what nobody receives.
      columns.gradients.update(repeating: -0.0, count: columns.count + 1)
      for (place, gradient) in zip(carrying, carried) { columns.gradients[place] = gradient }
      columns.gradients[output] = 1
      order.add(along: columns.gradients)
    }
  }

  /// The columns' memory, for the length of one pass.
  private struct Columns {
    let count: Int
    let first: UnsafePointer<Int32>
    let second: UnsafePointer<Int32>
    let values: UnsafeMutablePointer<Double>
    let gradients: UnsafeMutablePointer<Double>

    private func run(_ group: Group) -> Run {
      Run(
        range: Int(group.range.lowerBound)..<Int(group.range.upperBound), firstOperands: first,
        secondOperands: second, values: values, gradients: gradients)
    }

    func forward(_ group: Group) {
      Primitive.rows[Int(group.primitive.id)].forward(run(group))
    }

    func backward(_ group: Group) {
      Primitive.rows[Int(group.primitive.id)].backward(run(group))
    }

    func differentiate(_ group: Group, into locals: LocalDerivatives) {
      Primitive.rows[Int(group.primitive.id)].differentiate(run(group), locals)
    }
  }

  private mutating func withColumns(_ body: (Columns) -> Void) {
    let count = count
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        values.withUnsafeMutableBufferPointer { values in
          gradients.withUnsafeMutableBufferPointer { gradients in
            guard let first = first.baseAddress, let second = second.baseAddress,
              let values = values.baseAddress, let gradients = gradients.baseAddress
            else { return }
            body(
              Columns(
                count: count, first: first, second: second, values: values, gradients: gradients))
          }
        }
      }
    }
  }
}
