/// The natural logarithm of a positive, normal, finite number, the same on every machine: IEEE 754
/// rounds each operation in one way, and the C library's logarithm may change with its version.
///
/// `x = 2^k · m` with m between √½ and √2, and `log(m) = 2 artanh(s)` with `s = (m - 1)/(m + 1)`, whose
/// series needs ten terms there: the rest is below 1e-17 of it. Within one unit in the last place.
@inline(__always)
func naturalLogarithm(_ x: Double) -> Double {
  // From √½ on a mantissa counts as above 1: the bits of 1 less those of √½, added to x's, carry
  // into the exponent just there.
  let root: UInt64 = 0x3FE6_A09E_667F_3BCD
  let shifted = x.bitPattern &+ (0x3FF0_0000_0000_0000 &- root)
  let mantissa = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ root)
  // As the lowest bits of 2^52 an integer is a number; so written, neighbours go together.
  let k = Double(bitPattern: (shifted >> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
  let f = mantissa - 1
  let s = f / (mantissa + 1)
  let square = s * s
  var series = 1.0 / 21
  series = series * square + 1.0 / 19
  series = series * square + 1.0 / 17
  series = series * square + 1.0 / 15
  series = series * square + 1.0 / 13
  series = series * square + 1.0 / 11
  series = series * square + 1.0 / 9
  series = series * square + 1.0 / 7
  series = series * square + 1.0 / 5
  series = series * square + 1.0 / 3
  let correction = 2 * s * square * series
  // 2s = f - s f, and f is exact; the upper part of log 2 times an exponent is exact as well.
  return k * 0x1.62e42feep-1 + (f - (s * f - correction - k * 0x1.a39ef35793c76p-33))
}
