#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one place where time is read.
enum Clock {
  /// Milliseconds since some moment, never going back.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  /// How many nanoseconds some work takes: the shortest of as many rounds as 20 ms have room for, at
  /// least one. The first round pays for memory that the others find ready.
  static func nanoseconds(of work: () -> Void) -> Int {
    let start = nanoseconds
    var (now, shortest) = (start, Int.max)
    repeat {
      let before = now
      work()
      now = nanoseconds
      shortest = min(shortest, now - before)
    } while now - start < 20_000_000
    return shortest
  }

  private static var nanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
