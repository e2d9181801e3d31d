/// The sum of the elements; 0 where there are none.
struct SumRule: Reduction {
  let acceptsNone = true

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    pairwiseSum(elements, count: count, stride: stride)
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double { 1 }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    addUp(AxisRuns(application.x, axis: application.axis), x, into: out)
  }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    graph.chain(elements, .add, none: 0)
  }
}

/// The mean of the elements; nan where there are none.
struct MeanRule: Reduction {
  let acceptsNone = true

  func value(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
    pairwiseSum(elements, count: count, stride: stride) / Double(count)
  }

  func derivative(
    _ elements: UnsafePointer<Double>, count: Int, stride: Int, at i: Int, out: Double
  ) -> Double { 1 / Double(count) }

  func forward(
    _ application: Application, x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    into out: UnsafeMutablePointer<Double>
  ) {
    let runs = AxisRuns(application.x, axis: application.axis)
    addUp(runs, x, into: out)
    for run in 0..<runs.runs { out[run] /= Double(runs.count) }
  }

  func expand(_ elements: [NodeID], in graph: inout Graph) -> NodeID {
    let sum = graph.chain(elements, .add, none: 0)
    return graph.apply(.divide, sum, graph.constant(Double(elements.count)))
  }
}

/// The sums of all stretches, row by row where neighbours belong to different ones.
private func addUp(
  _ runs: AxisRuns, _ x: UnsafePointer<Double>, into out: UnsafeMutablePointer<Double>
) {
  guard runs.inner > 1 else {
    for run in 0..<runs.runs {
      out[run] = pairwiseSum(x + run * runs.count, count: runs.count, stride: 1)
    }
    return
  }
  for outer in 0..<runs.outer {
    let sums = out + outer * runs.inner
    sums.update(repeating: 0, count: runs.inner)
    for i in 0..<runs.count {
      let row = x + (outer * runs.count + i) * runs.inner
      for n in 0..<runs.inner { sums[n] += row[n] }
    }
  }
}

/// A sum by halves, whose rounding error grows with the logarithm of the count: the order in which
/// NumPy adds neighbours up (Higham, "The Accuracy of Floating Point Summation", 1993).
func pairwiseSum(_ elements: UnsafePointer<Double>, count: Int, stride: Int) -> Double {
  guard count > 128 else { return blockSum(elements, count, stride) }
  let half = count / 2 / 8 * 8
  return pairwiseSum(elements, count: half, stride: stride)
    + pairwiseSum(elements + half * stride, count: count - half, stride: stride)
}

/// Eight sums side by side, then their sum.
private func blockSum(
  _ elements: UnsafePointer<Double>, _ count: Int, _ stride: Int
) -> Double {
  var sum = 0.0
  var i = 0
  if count >= 8 {
    var lanes = SIMD8<Double>()
    while i + 8 <= count {
      for lane in 0..<8 { lanes[lane] += elements[(i + lane) * stride] }
      i += 8
    }
    sum =
      ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
      + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]))
  }
  while i < count {
    sum += elements[i * stride]
    i += 1
  }
  return sum
}
