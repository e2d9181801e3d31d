#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the environment says.
enum Environment {
  /// NO_COLOR, set and not empty: https://no-color.org.
  static var forbidsColor: Bool {
    guard let value = getenv("NO_COLOR") else { return false }
    return value.pointee != 0
  }
}
