/// The sine and the cosine of an angle in half turns, π each, the same on every machine (see
/// `naturalLogarithm`).
///
/// ```swift
/// sine(halfTurns: 0.5)     // 1
/// cosine(halfTurns: 0.5)   // 0
/// ```
///
/// Whole quarters of a turn are taken off exactly; for what is left, up to an eighth of a turn to either
/// side, the Taylor series. Within two units in the last place. The angle is below 2^50 in size.
func sine(halfTurns: Double) -> Double { sine(halfTurns: halfTurns, quartersAhead: 0) }

func cosine(halfTurns: Double) -> Double { sine(halfTurns: halfTurns, quartersAhead: 1) }

private func sine(halfTurns: Double, quartersAhead: Int) -> Double {
  let quarters = (2 * halfTurns).rounded()
  let angle = (2 * halfTurns - quarters) * (Double.pi / 2)
  switch (Int(quarters) &+ quartersAhead) & 3 {
  case 0: return sineSeries(angle)
  case 1: return cosineSeries(angle)
  case 2: return -sineSeries(angle)
  default: return -cosineSeries(angle)
  }
}

/// For an angle in radians up to π/4 in size.
private func sineSeries(_ angle: Double) -> Double {
  let square = angle * angle
  var series = 1 / 355_687_428_096_000.0
  series = series * square - 1 / 1_307_674_368_000.0
  series = series * square + 1 / 6_227_020_800.0
  series = series * square - 1 / 39_916_800.0
  series = series * square + 1 / 362_880.0
  series = series * square - 1 / 5_040.0
  series = series * square + 1 / 120.0
  series = series * square - 1 / 6.0
  return angle + angle * (square * series)
}

/// For an angle in radians up to π/4 in size.
private func cosineSeries(_ angle: Double) -> Double {
  let square = angle * angle
  var series = 1 / 20_922_789_888_000.0
  series = series * square - 1 / 87_178_291_200.0
  series = series * square + 1 / 479_001_600.0
  series = series * square - 1 / 3_628_800.0
  series = series * square + 1 / 40_320.0
  series = series * square - 1 / 720.0
  series = series * square + 1 / 24.0
  series = series * square - 1 / 2.0
  return 1 + square * series
}
