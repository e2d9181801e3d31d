/// Data sets of the TensorFlow Playground (Smilkov and Carter), whose -1 is a 0 here.
extension SampleGenerators {
  /// Points in four squares around (0, 0), up to 5.3 from either axis and none closer than 0.3: 1 where
  /// x and y have the same sign, else 0.
  ///
  /// The label is that of the point after it was moved by up to `5 · noise` along each axis, so noise
  /// mislabels points beside the axes. Point i and its noise come from the elements 4i to 4i + 3 of the
  /// seed's stream.
  package func cross(
    _ count: Int, noise: Double = 0, seed: Int
  ) throws(DataMistake) -> Samples {
    let stream = RandomStream(seed: seed)
    return try points("cross", count, noise: noise) { index in
      func away(_ element: Int) -> Double { 10 * stream.uniform(at: 4 * index + element) - 5 }
      func padded(_ place: Double) -> Double { place > 0 ? place + 0.3 : place - 0.3 }
      let (x, y) = (padded(away(0)), padded(away(1)))
      let product = (x + noise * away(2)) * (y + noise * away(3))
      return LabelledPoint(x: x, y: y, label: product >= 0 ? 1 : 0)
    }
  }

  /// Two spirals of one and three quarter turns from (0, 0) out to 5, half a turn apart: 1 for the
  /// one that starts upwards, 0 for the other. Points are moved by up to `noise` along each axis.
  ///
  /// Half of the samples lie on each, at equal angles, and if there is an odd one it is a 0. The order
  /// is random, by branch 0 of the seed's stream; the noise of x and y at a place in the order is
  /// the next two uniform numbers of branch 1.
  package func spiral(
    _ count: Int, noise: Double = 0, seed: Int
  ) throws(DataMistake) -> Samples {
    // Before the order takes memory.
    _ = try limit.shape(of: "spiral", [count, 2])
    let stream = RandomStream(seed: seed)
    let order = stream.branch(0).permutation(count: count)
    let noises = stream.branch(1)
    let half = count / 2
    return try points("spiral", count, noise: noise) { place in
      let isFirst = order[place] < half
      let index = isFirst ? order[place] : order[place] - half
      let part = Double(index) / Double(isFirst ? half : count - half)
      let angle = 3.5 * part + (isFirst ? 0 : 1)
      func away(_ element: Int) -> Double { 2 * noises.uniform(at: 2 * place + element) - 1 }
      return LabelledPoint(
        x: 5 * part * sine(halfTurns: angle) + noise * away(0),
        y: 5 * part * cosine(halfTurns: angle) + noise * away(1), label: isFirst ? 1 : 0)
    }
  }
}
