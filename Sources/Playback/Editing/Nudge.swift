#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A value moved by a fraction of its size, as a number a person would write.
enum Nudge {
  /// 2 nudged by 0.01 is 2.02, and -2 is -1.98: a positive fraction always goes up. At 0 the
  /// fraction itself is added.
  static func value(_ value: Double, by fraction: Double) -> Double {
    let moved = value == 0 ? fraction : value + value.magnitude * fraction
    return rounded(moved)
  }

  /// Rounded to twelve significant digits, so that the noise of one multiplication does not show.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let decimals = 11 - Int(log10(value.magnitude).rounded(.down))
    // Beyond 10^22 a power of ten is itself rounded, and the noise would be ours.
    guard decimals.magnitude <= 22 else { return value }
    let scale = pow(10, Double(decimals.magnitude))
    let result =
      decimals >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    return result.isFinite ? result : value
  }
}
