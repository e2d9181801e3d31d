#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C, held back so that the program can finish what it is at: the signal waits until somebody
/// asks for it, and no handler is needed.
struct Interrupt {
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether it was pressed.
  var isPending: Bool {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigpending(&signals)
    return sigismember(&signals, SIGINT) == 1
  }
}
