import Synchronization
import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one thread beside the loop. It computes what would keep a key waiting, and rings when it is
/// done.
final class Worker: Sendable {
  /// Readable when there is something to fetch.
  let bell: Int32
  private let rope: Int32
  private let finished = Mutex<Job.Result?>(nil)

  /// Nil where the system has no pipe left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (bell, rope) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(bell)
    close(rope)
  }

  /// Begins a job.
  ///
  /// - Returns: false where there is no thread to be had, and nothing was begun.
  func start(_ job: Job) -> Bool {
    let errand = Errand(job: job, worker: self)
    let reference = Unmanaged.passRetained(errand)
    guard Self.startThread(reference.toOpaque()) else {
      reference.release()
      return false
    }
    return true
  }

  /// Waits for the end of the job.
  ///
  /// - Returns: whether it came within so many milliseconds.
  func isDone(within patience: Int32) -> Bool {
    var source = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, patience) > 0
  }

  /// What is done; nil where nothing is.
  func fetch() -> Job.Result? {
    var ring: UInt8 = 0
    _ = read(bell, &ring, 1)
    return finished.withLock { result in
      defer { result = nil }
      return result
    }
  }

  fileprivate func finish(_ result: Job.Result) {
    finished.withLock { $0 = result }
    var ring: UInt8 = 1
    while write(rope, &ring, 1) < 0, errno == EINTR {}
  }

  /// Signals are for the loop: the new thread has them all blocked from its beginning.
  private static func startThread(_ argument: UnsafeMutableRawPointer) -> Bool {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    #if canImport(Glibc)
      var thread = pthread_t()
      guard pthread_create(&thread, nil, { runErrand($0) }, argument) == 0 else { return false }
      pthread_detach(thread)
    #else
      var thread: pthread_t?
      guard pthread_create(&thread, nil, { runErrand($0) }, argument) == 0 else { return false }
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }
}

/// A job, and who wants to know about it.
private final class Errand: Sendable {
  let job: Job
  let worker: Worker

  init(job: Job, worker: Worker) {
    self.job = job
    self.worker = worker
  }
}

/// What the thread does.
private func runErrand(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let errand = Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue()
  errand.worker.finish(errand.job.run())
  return nil
}
