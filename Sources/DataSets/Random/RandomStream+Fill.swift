extension RandomStream {
  /// Elements `first`, `first + 1`, … as uniform numbers, `low + (high - low) · u`.
  ///
  /// At least `low`; below `high`, but for rounding where the two are far apart in size.
  package func fillUniform(
    _ numbers: UnsafeMutableBufferPointer<Double>, from first: Int = 0, low: Double = 0,
    high: Double = 1
  ) {
    let width = high - low
    var counter = counter(at: first)
    for index in numbers.indices {
      numbers[index] = low + width * Self.uniform(Self.mix(counter))
      counter &+= Self.step
    }
  }

  /// Elements `first`, `first + 1`, … as normal numbers, times `deviation`.
  package func fillNormal(
    _ numbers: UnsafeMutableBufferPointer<Double>, from first: Int = 0, deviation: Double = 1
  ) {
    let size = NormalBlock.size
    withUnsafeTemporaryAllocation(of: Int.self, capacity: size) { places in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * size) { room in
        let block = NormalBlock(
          places: places, centred: UnsafeMutableBufferPointer(rebasing: room[..<size]),
          roots: UnsafeMutableBufferPointer(rebasing: room[size...]))
        for start in stride(from: 0, to: numbers.count, by: size) {
          let part = numbers[start..<min(numbers.count, start + size)]
          block.fill(
            UnsafeMutableBufferPointer(rebasing: part), from: self, first &+ start,
            deviation: deviation)
        }
      }
    }
  }
}

/// Normal numbers by the hundred: first all with the central approximation, which seven of eight
/// belong to, then the tails anew. Nothing branches on random bits, and neighbours are computed
/// together; each number is what `RandomStream.normal(at:)` gives.
private struct NormalBlock {
  static let size = 512

  /// Where the tails are, their arguments, and the roots that these give.
  let places: UnsafeMutableBufferPointer<Int>
  let centred: UnsafeMutableBufferPointer<Double>
  let roots: UnsafeMutableBufferPointer<Double>

  @inline(__always)
  func fill(
    _ numbers: UnsafeMutableBufferPointer<Double>, from stream: RandomStream, _ first: Int,
    deviation: Double
  ) {
    let tails = draw(numbers, from: stream, first)
    for index in numbers.indices {
      numbers[index] = NormalQuantile.central(numbers[index]) * deviation
    }
    for tail in 0..<tails { roots[tail] = -naturalLogarithm(0.5 - centred[tail].magnitude) }
    for tail in 0..<tails { roots[tail] = roots[tail].squareRoot() }
    for tail in 0..<tails {
      let size = NormalQuantile.near(roots[tail])
      centred[tail] = Double(signOf: centred[tail], magnitudeOf: size) * deviation
    }
    for tail in 0..<tails {
      numbers[places[tail]] = centred[tail]
      if roots[tail] > NormalQuantile.nearReach {
        numbers[places[tail]] = stream.normal(at: first &+ places[tail]) * deviation
      }
    }
  }

  /// Fills in the arguments, and returns how many belong to the tails.
  @inline(__always)
  private func draw(
    _ numbers: UnsafeMutableBufferPointer<Double>, from stream: RandomStream, _ first: Int
  ) -> Int {
    var tails = 0
    var counter = stream.counter(at: first)
    for index in numbers.indices {
      let argument = RandomStream.centred(RandomStream.mix(counter))
      counter &+= RandomStream.step
      numbers[index] = argument
      places[tails] = index
      centred[tails] = argument
      // The sign of the difference is 1 in a tail.
      let beyond = (NormalQuantile.centralReach - argument.magnitude).bitPattern >> 63
      tails &+= Int(truncatingIfNeeded: beyond)
    }
    return tails
  }
}
