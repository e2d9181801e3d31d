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
}
