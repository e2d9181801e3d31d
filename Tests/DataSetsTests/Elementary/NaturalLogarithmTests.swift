import Testing

@testable import DataSets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct NaturalLogarithmTests {
  /// Points of every size, dense around 1 and around √½, where the exponent changes.
  private static let points: [Double] = {
    let everywhere = stride(from: 0x1p-12, to: 4, by: 0x1p-12)
    let around = [1, 0.5.squareRoot()].flatMap { center in
      stride(from: center - 0x1p-31, to: center + 0x1p-31, by: 0x1p-40)
    }
    let sizes = (-1_022...1_023).map { Double(sign: .plus, exponent: $0, significand: 1.3) }
    return Array(everywhere) + around + sizes
  }()

  @Test func `it agrees with the system's to the last digits`() {
    for x in Self.points {
      #expect((naturalLogarithm(x) - log(x)).magnitude <= 2 * log(x).ulp, "at \(x)")
    }
  }

  #if arch(x86_64) && os(Linux)
    @Test func `it is within one unit in the last place`() {
      for x in Self.points {
        let exact = log(Float80(x))
        let distance = (Float80(naturalLogarithm(x)) - exact).magnitude
        #expect(distance <= Float80(Double(exact).ulp), "at \(x)")
      }
    }
  #endif

  @Test func `the logarithm of 1 is 0`() { #expect(naturalLogarithm(1) == 0) }
}
