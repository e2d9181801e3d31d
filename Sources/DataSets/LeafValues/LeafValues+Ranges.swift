package import Autograd

extension LeafValues {
  /// The whole numbers from 0 up to `stop`.
  package func arange(_ stop: Double) throws(DataMistake) -> Tensor { try arange(0, stop) }

  /// The numbers from `start` up to but without `stop`, in steps: a vector.
  ///
  /// As NumPy computes them: as many as the distance divided by the step, rounded up, says, and
  /// element i is `start + i · ((start + step) - start)`. None where the step leads away from `stop`.
  package func arange(
    _ start: Double, _ stop: Double, _ step: Double = 1
  ) throws(DataMistake) -> Tensor {
    guard start.isFinite, stop.isFinite, step.isFinite, step != 0 else {
      throw DataMistake(.request(.endlessRange(start: start, stop: stop, step: step)))
    }
    let steps = max(0, ((stop - start) / step).rounded(.up))
    let shape = try limit.shape(of: "arange", [Int(exactly: steps) ?? .max])
    let difference = (start + step) - start
    return Tensor(filling: shape) { numbers in
      for index in numbers.indices { numbers[index] = start + Double(index) * difference }
    }
  }

  /// As many numbers as `count` says, from `start` to `stop`, both among them, at equal distances: a
  /// vector.
  ///
  /// As NumPy computes them: element i is `i · step + start`, the last one is `stop`.
  package func linspace(
    _ start: Double, _ stop: Double, _ count: Int
  ) throws(DataMistake) -> Tensor {
    let shape = try limit.shape(of: "linspace", [count])
    let parts = Double(count - 1)
    let width = stop - start
    let step = width / parts
    return Tensor(filling: shape) { numbers in
      for index in numbers.indices {
        let place = Double(index)
        // A step too small for a number is 0; the parts of the width need not be.
        numbers[index] = (step == 0 ? place / parts * width : place * step) + start
      }
      if count == 1 { numbers[0] = start }
      if count > 1 { numbers[count - 1] = stop }
    }
  }
}
