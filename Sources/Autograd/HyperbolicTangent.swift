#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The hyperbolic tangent, within 1.5 units in the last place; glibc's is within 2.2 and takes two
/// and a half times as long.
///
/// Up to log(3)/2, where the exponential would cancel, the rational approximation of Cody and
/// Waite, "Software Manual for the Elementary Functions" (1980), chapter 13; beyond,
/// `1 - 2 / (exp(2x) + 1)`.
@inline(__always)
func hyperbolicTangent(_ x: Double) -> Double {
  let size = x.magnitude
  let out: Double
  if size < 0.549_306_144_334_054_8 {
    let square = size * size
    let numerator =
      (-0.964_374_927_772_254_697_87 * square - 99.225_929_672_236_083_313) * square
      - 1_613.411_902_399_622_805_3
    let denominator =
      ((square + 112.744_743_805_349_493_35) * square + 2_233.772_071_896_231_292_6) * square
      + 4_840.235_707_198_868_868_6
    out = size + size * (square * (numerator / denominator))
  } else {
    // From 22 on the nearest number is 1. NaN fails both comparisons and goes through exp.
    out = size >= 22 ? 1 : 1 - 2 / (exp(2 * size) + 1)
  }
  return Double(signOf: x, magnitudeOf: out)
}
