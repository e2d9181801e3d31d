import Testing

@testable import Autograd

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct HyperbolicTangentTests {
  /// Points of every size, dense around the place where the formula changes.
  private static let points: [Double] = {
    let everywhere = stride(from: 0, to: 40, by: 0x1p-9)
    let around = stride(from: 0.549, to: 0.5502, by: 0x1p-24)
    let small = (0..<1_074).map { Double(sign: .plus, exponent: -$0, significand: 1.1) }
    return Array(everywhere) + Array(around) + small
  }()

  @Test func `it is odd and stays between -1 and 1`() {
    for x in Self.points {
      let out = hyperbolicTangent(x)
      #expect(hyperbolicTangent(-x) == -out)
      #expect(out <= 1 && out <= x)
    }
  }

  @Test func `it agrees with the system's to the last digits`() {
    for x in Self.points {
      let (ours, theirs) = (hyperbolicTangent(x), tanh(x))
      #expect((ours - theirs).magnitude <= 4 * theirs.ulp, "at \(x)")
    }
  }

  #if arch(x86_64) && os(Linux)
    @Test func `it is within 1.5 units in the last place`() {
      for x in Self.points {
        let exact = tanh(Float80(x))
        let distance = (Float80(hyperbolicTangent(x)) - exact).magnitude
        #expect(distance <= 1.5 * Float80(Double(exact).ulp), "at \(x)")
      }
    }
  #endif

  @Test func `far out it is 1, and NaN stays NaN`() {
    for x in [20, 22, 1000, Double.greatestFiniteMagnitude, .infinity] {
      #expect(hyperbolicTangent(x) == 1)
      #expect(hyperbolicTangent(-x) == -1)
    }
    #expect(hyperbolicTangent(.nan).isNaN)
    #expect(hyperbolicTangent(-0.0).sign == .minus)
  }
}
