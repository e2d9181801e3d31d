/// Curves with normal noise, as scikit-learn makes them: half of the samples lie on each of two
/// curves, at equal distances, and if there is an odd one it is on the second.
///
/// The order is random, by branch 0 of the seed's stream; the noise of x and y at a place in the order
/// is the next two normal numbers of branch 1.
extension SampleGenerators {
  /// Two half circles that reach into each other: 0 the upper one, around (0, 0), and 1 the lower one,
  /// around (1, 1/2). `noise` is a standard deviation.
  ///
  /// scikit-learn's `make_moons`.
  package func moons(
    _ count: Int, noise: Double = 0, seed: Int
  ) throws(DataMistake) -> Samples {
    try curves("moons", count, noise: noise, seed: seed) { index, half in
      let angle = part(index, of: half)
      return (cosine(halfTurns: angle), sine(halfTurns: angle))
    } second: { index, half in
      let angle = part(index, of: half)
      return (1 - cosine(halfTurns: angle), 0.5 - sine(halfTurns: angle))
    }
  }

  /// Two circles around (0, 0): 0 the one of radius 1, and 1 the one of radius 1/2. `noise` is a
  /// standard deviation.
  ///
  /// scikit-learn's `make_circles` with the factor 0.5.
  package func circles(
    _ count: Int, noise: Double = 0, seed: Int
  ) throws(DataMistake) -> Samples {
    try curves("circles", count, noise: noise, seed: seed) { index, half in
      let angle = 2 * Double(index) / Double(half)
      return (cosine(halfTurns: angle), sine(halfTurns: angle))
    } second: { index, half in
      let angle = 2 * Double(index) / Double(half)
      return (cosine(halfTurns: angle) / 2, sine(halfTurns: angle) / 2)
    }
  }

  /// Each curve gives the point of a number below the second argument.
  private func curves(
    _ name: String, _ count: Int, noise: Double, seed: Int,
    first: (Int, Int) -> (Double, Double), second: (Int, Int) -> (Double, Double)
  ) throws(DataMistake) -> Samples {
    // Before the order takes memory.
    _ = try limit.shape(of: name, [count, 2])
    let stream = RandomStream(seed: seed)
    let order = stream.branch(0).permutation(count: count)
    let noises = stream.branch(1)
    let half = count / 2
    return try points(name, count, noise: noise) { place in
      let index = order[place]
      let isFirst = index < half
      let (x, y) = isFirst ? first(index, half) : second(index - half, count - half)
      return LabelledPoint(
        x: x + noise * noises.normal(at: 2 * place),
        y: y + noise * noises.normal(at: 2 * place + 1), label: isFirst ? 0 : 1)
    }
  }
}
