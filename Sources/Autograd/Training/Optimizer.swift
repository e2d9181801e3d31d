/// How a step of training changes a parameter, given its gradient.
///
/// ```swift
/// Optimizer.sgd                // w -= rate · g
/// Optimizer.momentum(0.9)      // v = 0.9 v + g, w -= rate · v
/// Optimizer.adam               // Kingma and Ba, "Adam" (2015), with their constants
/// ```
public enum Optimizer: Hashable, Sendable {
  /// The gradient alone.
  case sgd
  /// A running sum of gradients, each older one weighing less by the factor (Polyak 1964).
  case momentum(Double)
  /// The mean gradient divided by the root of the mean square, both corrected for their start at 0.
  case adam

  static let meanDecay = 0.9
  static let squareDecay = 0.999
  static let smallest = 1e-8

  /// How many numbers are kept for each number of a parameter.
  public var stateCount: Int {
    switch self {
    case .sgd: 0
    case .momentum: 1
    case .adam: 2
    }
  }

  /// What the kept numbers are called: `v`, or `m` and `v`.
  public var stateNames: [String] {
    switch self {
    case .sgd: []
    case .momentum: ["v"]
    case .adam: ["m", "v"]
    }
  }

  /// Changes the elements of a parameter and what is kept for them.
  ///
  /// - Parameters:
  ///   - kept: `stateCount` lists, each as long as `elements`, one after the other.
  ///   - step: which update this is, from 1.
  func update(
    _ elements: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>,
    kept: UnsafeMutableBufferPointer<Double>, rate: Double, step: Int
  ) {
    switch self {
    case .sgd:
      for i in elements.indices { elements[i] -= rate * gradient[i] }
    case .momentum(let factor):
      for i in elements.indices {
        kept[i] = factor * kept[i] + gradient[i]
        elements[i] -= rate * kept[i]
      }
    case .adam:
      let meanCorrection = 1 - Self.power(Self.meanDecay, step)
      let squareCorrection = 1 - Self.power(Self.squareDecay, step)
      for i in elements.indices {
        let square = i + elements.count
        kept[i] = Self.meanDecay * kept[i] + (1 - Self.meanDecay) * gradient[i]
        kept[square] =
          Self.squareDecay * kept[square] + (1 - Self.squareDecay) * gradient[i] * gradient[i]
        let root = (kept[square] / squareCorrection).squareRoot() + Self.smallest
        elements[i] -= rate * (kept[i] / meanCorrection) / root
      }
    }
  }

  /// By repeated multiplication, so that no library decides a digit.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
