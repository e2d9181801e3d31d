import ArgumentParser
import Export

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output in large pieces, so that a hundred thousand lines are no hundred thousand calls.
struct StandardOutput: TextOutputStream {
  private var buffer: [UInt8] = []
  private var failure: Int32?
  /// How to write what is outside ASCII; nil as it is.
  private let spelling: ASCIISpelling?

  private static let pieceSize = 1 << 16

  /// A reader that has seen enough, such as `head`, is no error: writing to it then fails quietly
  /// instead of ending the program by a signal that `make` would report.
  init(spelling: ASCIISpelling? = nil) {
    self.spelling = spelling
    signal(SIGPIPE, SIG_IGN)
    buffer.reserveCapacity(Self.pieceSize * 2)
  }

  mutating func write(_ string: String) {
    buffer.append(contentsOf: (spelling?.spelled(string) ?? string).utf8)
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// Writes the rest.
  mutating func finish() throws {
    flush()
    guard let failure, failure != EPIPE else { return }
    StandardError.write("standard output: \(String(cString: strerror(failure)))\n")
    throw ExitCode.defect
  }

  private mutating func flush() {
    if failure == nil { failure = writeAll(buffer, to: STDOUT_FILENO) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Standard error: diagnostics, progress and warnings.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}

/// Writes every byte; returns the error number where that fails.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    rest = rest.dropFirst(count)
  }
  return nil
}
