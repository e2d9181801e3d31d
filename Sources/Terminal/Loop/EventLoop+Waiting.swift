import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one wait brought.
struct Events {
  var bytes: [UInt8] = []
  var signals: [Int32] = []
  var isHungUp = false
  var isJobDone = false

  var isEmpty: Bool { bytes.isEmpty && signals.isEmpty && !isHungUp && !isJobDone }
}

extension EventLoop {
  /// Sleeps until a key, a signal, a timer or the end of a job, and takes everything that has arrived by then.
  func wait() -> Events {
    var events = Events()
    var sources = [
      pollfd(fd: screen.keyboard, events: Int16(POLLIN), revents: 0),
      pollfd(fd: screen.signals, events: Int16(POLLIN), revents: 0),
      // poll leaves out what has no descriptor.
      pollfd(fd: worker?.bell ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let patience = isFreeToWork || isJobDue ? 0 : timers.timeout(at: Clock.now)
    let timeout = patience.map { Int32(clamping: $0) } ?? -1
    guard poll(&sources, nfds_t(sources.count), timeout) > 0 else { return events }
    if sources[1].revents != 0 { events.signals = readSignals() }
    events.isJobDone = sources[2].revents != 0
    if sources[0].revents != 0 { readKeyboard(into: &events, revents: sources[0].revents) }
    return events
  }

  /// At most 64 KiB at once, so that a flood does not keep the picture from being drawn.
  private func readKeyboard(into events: inout Events, revents: Int16) {
    var keyboard = pollfd(fd: screen.keyboard, events: Int16(POLLIN), revents: revents)
    var part = [UInt8](repeating: 0, count: 4096)
    repeat {
      let count = read(keyboard.fd, &part, part.count)
      if count > 0 {
        events.bytes.append(contentsOf: part[..<count])
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        events.isHungUp = true
        return
      }
      keyboard.revents = 0
    } while events.bytes.count < 1 << 16 && poll(&keyboard, 1, 0) > 0
  }

  private func readSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(screen.signals, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map(Int32.init)
  }

  mutating func receive(_ signal: Int32) {
    guard ending == nil else { return }
    switch signal {
    case SIGWINCH: tell(.resized(screen.adoptWindowSize()))
    case SIGTSTP: suspend(wholeJob: false)
    case SIGCONT:
      // After a stop that could not be seen coming (SIGSTOP) the shell has used the terminal.
      screen.enter()
      tell(.resized(screen.adoptWindowSize()))
    default: ending = .signal(signal)
    }
  }
}
