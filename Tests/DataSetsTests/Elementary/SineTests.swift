import Testing

@testable import DataSets

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct SineTests {
  /// Exact values, computed with forty digits.
  @Test(arguments: [
    (0.1, 0.30901699437494745, 0.9510565162951535),
    (0.25, 0.7071067811865476, 0.7071067811865476),
    (0.3, 0.8090169943749475, 0.5877852522924731),
    (-0.7, -0.8090169943749475, -0.587785252292473),
    (1.2, -0.587785252292473, -0.8090169943749475),
    (3.4, -0.9510565162951535, -0.3090169943749477),
    (1.0 / 3, 0.8660254037844386, 0.5),
    (100.01, 0.031410759078144355, 0.999506560365731),
  ])
  func `sine and cosine are within two units in the last place`(
    halfTurns: Double, exactSine: Double, exactCosine: Double
  ) {
    #expect((sine(halfTurns: halfTurns) - exactSine).magnitude <= 2 * exactSine.ulp)
    #expect((cosine(halfTurns: halfTurns) - exactCosine).magnitude <= 2 * exactCosine.ulp)
  }

  @Test func `whole quarters of a turn are exact`() {
    for quarters in -8...8 {
      let halfTurns = Double(quarters) / 2
      let expected = [0.0, 1, 0, -1][quarters & 3]
      #expect(sine(halfTurns: halfTurns) == expected)
      #expect(cosine(halfTurns: halfTurns) == [1.0, 0, -1, 0][quarters & 3])
    }
  }

  @Test func `they agree with the system's all around`() {
    for step in -4_000...4_000 {
      let halfTurns = Double(step) / 1_000
      #expect((sine(halfTurns: halfTurns) - sin(halfTurns * .pi)).magnitude < 3e-15)
      #expect((cosine(halfTurns: halfTurns) - cos(halfTurns * .pi)).magnitude < 3e-15)
    }
  }
}
