#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Competitors timed in turn, round after round, so that a busy moment of the machine hits all.
///
/// Counted is the processor's time of this thread: what others do meanwhile is not our speed.
struct Rounds {
  /// Seconds of one repetition, by competitor and round.
  private var seconds: [[Double]]

  /// - Parameter repetitions: how often each runs within one round.
  init(count: Int = 11, repetitions: Int = 1, _ competitors: [() -> Void]) {
    seconds = Array(repeating: [], count: competitors.count)
    for competitor in competitors { competitor() }
    for _ in 0..<count {
      for (index, competitor) in competitors.enumerated() {
        let start = Self.processorSeconds()
        for _ in 0..<repetitions { competitor() }
        seconds[index].append((Self.processorSeconds() - start) / Double(repetitions))
      }
    }
  }

  /// The median over the rounds, in seconds.
  func median(_ competitor: Int) -> Double { seconds[competitor].median }

  /// The median over the rounds of the ratio of two groups of competitors, each summed.
  func ratio(_ numerator: [Int], to denominator: [Int]) -> Double {
    func sum(_ group: [Int], _ round: Int) -> Double {
      group.reduce(0) { $0 + seconds[$1][round] }
    }
    return seconds[0].indices.map { sum(numerator, $0) / sum(denominator, $0) }.median
  }

  /// What one call takes of the processor.
  static func processorSeconds(of body: () -> Void) -> Double {
    let start = processorSeconds()
    body()
    return processorSeconds() - start
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

extension [Double] {
  /// The middle one, the upper of two; nan of none.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
