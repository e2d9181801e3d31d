/// Random numbers by their position: the same on every machine and in every release.
///
/// ```swift
/// let stream = RandomStream(seed: 7)
/// stream.uniform(at: 0)   // 0.5243459416779314
/// stream.normal(at: 0)    // 0.06106415421682616
/// ```
///
/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014) used
/// as a counter: where `mix` is its output function, element i, counted from 0, is
///
///     mix(mix(seed) + (i + 1) · 0x9E3779B97F4A7C15)
///
/// modulo 2^64, a negative seed as its two's complement. Every element can be computed alone, and
/// what follows uses only operations that IEEE 754 rounds in one way.
package struct RandomStream: Hashable, Sendable {
  /// The seed after mixing, so that neighbouring seeds do not begin neighbouring streams.
  private let key: UInt64

  package init(seed: Int) { self.init(seedBits: UInt64(bitPattern: Int64(seed))) }

  private init(seedBits: UInt64) { key = Self.mix(seedBits) }

  /// The stream whose seed is one of this stream's elements, for a part that is to have random
  /// numbers of its own.
  package func branch(_ index: Int) -> RandomStream { RandomStream(seedBits: bits(at: index)) }

  /// 64 random bits.
  @inline(__always)
  package func bits(at index: Int) -> UInt64 { Self.mix(counter(at: index)) }

  /// At least 0 and below 1: the upper 53 bits, divided by 2^53.
  @inline(__always)
  package func uniform(at index: Int) -> Double { Self.uniform(bits(at: index)) }

  /// A number with mean 0 and variance 1: the quantile of the normal distribution at k + 1/2, with k
  /// the upper 53 bits, divided by 2^53. Never further out than 8.3.
  package func normal(at index: Int) -> Double {
    let centred = Self.centred(bits(at: index))
    return centred.magnitude <= NormalQuantile.centralReach
      ? NormalQuantile.central(centred) : NormalQuantile.tail(centred)
  }
}

extension RandomStream {
  /// What an element is mixed from; that of the next one is larger by `step`.
  @inline(__always)
  func counter(at index: Int) -> UInt64 {
    key &+ (UInt64(bitPattern: Int64(index)) &+ 1) &* Self.step
  }

  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  static func uniform(_ bits: UInt64) -> Double {
    Double(Int64(truncatingIfNeeded: bits >> 11)) * 0x1p-53
  }

  /// k + 1/2 divided by 2^53, less 1/2: an odd number, divided by 2^54, and exact.
  @inline(__always)
  static func centred(_ bits: UInt64) -> Double {
    Double(Int64(truncatingIfNeeded: bits >> 10 | 1) &- (1 << 53)) * 0x1p-54
  }

  /// The output function of SplitMix64, variant 13 of David Stafford's mixers.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
