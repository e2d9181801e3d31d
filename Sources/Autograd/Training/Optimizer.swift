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

  package static let meanDecay = 0.9
  package static let squareDecay = 0.999
  package static let smallest = 1e-8

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

  /// What a decaying mean is divided by at an update, from 1, because it began at 0.
  package static func correction(_ decay: Double, step: Int) -> Double { 1 - power(decay, step) }

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

extension Optimizer {
  /// One update, to be made for each parameter.
  struct Update {
    private let optimizer: Optimizer
    private let rate: Double
    /// What Adam divides its two lists by (Kingma and Ba, algorithm 1).
    private let corrections: (mean: Double, square: Double)
    private let kept: UnsafeMutableBufferPointer<Double>
    private let distance: Int

    /// - Parameters:
    ///   - step: which update this is, from 1.
    ///   - kept: `stateCount` lists.
    ///   - distance: from one list to the next.
    init(
      _ optimizer: Optimizer, rate: Double, step: Int, kept: UnsafeMutableBufferPointer<Double>,
      distance: Int
    ) {
      (self.optimizer, self.rate) = (optimizer, rate)
      corrections = (
        Optimizer.correction(Optimizer.meanDecay, step: step),
        Optimizer.correction(Optimizer.squareDecay, step: step)
      )
      (self.kept, self.distance) = (kept, distance)
    }

    /// Changes the elements of a parameter and what is kept for them.
    ///
    /// - Parameter start: where the parameter's own stretch of each list begins.
    func change(
      _ elements: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>,
      keptFrom start: Int
    ) {
      switch optimizer {
      case .sgd:
        for i in elements.indices { elements[i] -= rate * gradient[i] }
      case .momentum(let factor):
        for i in elements.indices {
          kept[start + i] = factor * kept[start + i] + gradient[i]
          elements[i] -= rate * kept[start + i]
        }
      case .adam:
        for i in elements.indices { elements[i] -= adam(gradient[i], at: start + i) }
      }
    }

    private func adam(_ gradient: Double, at place: Int) -> Double {
      let (mean, square) = (Optimizer.meanDecay, Optimizer.squareDecay)
      let second = place + distance
      kept[place] = mean * kept[place] + (1 - mean) * gradient
      kept[second] = square * kept[second] + (1 - square) * gradient * gradient
      let root = (kept[second] / corrections.square).squareRoot() + Optimizer.smallest
      return rate * (kept[place] / corrections.mean) / root
    }
  }
}

extension Optimizer {
  /// What an update makes of a parameter and of what is kept for it; the numbers of `Trainer`.
  ///
  /// - Parameters:
  ///   - kept: `stateCount` lists, each as long as `elements`, one after the other.
  ///   - step: which update this is, from 1.
  package func updated(
    _ elements: [Double], gradient: [Double], kept: [Double], rate: Double, step: Int
  ) -> (elements: [Double], kept: [Double]) {
    var (elements, kept) = (elements, kept)
    let count = elements.count
    gradient.withUnsafeBufferPointer { gradient in
      kept.withUnsafeMutableBufferPointer { kept in
        elements.withUnsafeMutableBufferPointer {
          Update(self, rate: rate, step: step, kept: kept, distance: count)
            .change($0, gradient: gradient, keptFrom: 0)
        }
      }
    }
    return (elements, kept)
  }
}
