import Testing

@testable import DataSets

struct NormalQuantileTests {
  /// Exact quantiles of q + 1/2, by Newton's method with forty digits.
  @Test(
    arguments: [
      (0x1.0000000000000p-54, 1.3914582123358836e-16),
      (0x1.12e0be826d695p-30, 2.506628274631001e-09),
      (0x1.999999999999ap-4, 0.25334710313579983),
      (-0x1.0000000000000p-2, -0.6744897501960817),
      (0x1.3333333333333p-2, 0.8416212335729142),
      (0x1.ae147ae147ae1p-2, 1.4050715603096324),
      (0x1.b333333333333p-2, 1.439531470938456),
      (0x1.b33339e92fd9ep-2, 1.4395321773759004),
      (-0x1.b851eb851eb85p-2, -1.4757910281791706),
      (0x1.e666666666666p-2, 1.9599639845400538),
      (0x1.f5c28f5c28f5cp-2, 2.3263478740408408),
      (0x1.fef9db22d0e56p-2, 3.090232306167813),
      (-0x1.ffe5c91d14e3cp-2, -3.7190164854557084),
      (0x1.ffffff543388fp-2, 5.612001244265849),
      (0x1.ffffffffc0000p-2, 6.651035379893011),
      (0x1.ffffffffe0000p-2, 6.752300431407015),
      (0x1.ffffffffffe00p-2, 7.515155294158908),
      (-0x1.fffffffffffffp-2, -8.292361075813595),
    ] as [(Double, Double)])
  func `it is within 6e-16 of the exact quantile`(q: Double, exact: Double) {
    let quantile =
      q.magnitude <= NormalQuantile.centralReach
      ? NormalQuantile.central(q) : NormalQuantile.tail(q)
    #expect((quantile - exact).magnitude <= 6e-16 * exact.magnitude)
  }

  @Test func `the three approximations meet, and go up`() {
    let reach = NormalQuantile.centralReach
    #expect(NormalQuantile.central(reach) < NormalQuantile.tail(reach.nextUp))
    #expect(NormalQuantile.tail(reach.nextUp) - NormalQuantile.central(reach) < 1e-14)
    let root = NormalQuantile.nearReach
    #expect((NormalQuantile.near(root) - NormalQuantile.far(root)).magnitude < 1e-14)
  }

  @Test func `both sides are alike`() {
    for q in [0x1p-54, 0.1, 0.425] {
      #expect(NormalQuantile.central(-q) == -NormalQuantile.central(q))
    }
    for q in [0.4251, 0.4999999, 0.5 - 0x1p-54] {
      #expect(NormalQuantile.tail(-q) == -NormalQuantile.tail(q))
    }
  }

  @Test func `the outermost numbers a stream can give are finite`() {
    #expect(NormalQuantile.tail(RandomStream.centred(.max)) == 8.292361075813595)
    #expect(NormalQuantile.tail(RandomStream.centred(0)) == -8.292361075813595)
    #expect(NormalQuantile.central(RandomStream.centred(1 << 63)) > 0)
    #expect(NormalQuantile.central(RandomStream.centred(1 << 63 - 1)) < 0)
  }
}
