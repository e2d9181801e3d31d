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
  public mutating func backward() { backward(carrying: []) }

  /// - Parameter carrying: the positions of leaves whose gradients contributions are added to.
  mutating func backward(carrying: [Int]) {
    let groups = groups
    let output = output
    let carried = carrying.map { gradients[$0] }
    withColumns { columns in
      // See `Graph.backward`: the number that changes nothing when added.
      columns.gradients.update(repeating: -0.0, count: columns.count)
      for (place, gradient) in zip(carrying, carried) { columns.gradients[place] = gradient }
      columns.gradients[output] = 1
      for group in groups.reversed() where group.isReached { columns.backward(group) }
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
