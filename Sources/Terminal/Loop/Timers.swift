/// When to wake up although nothing arrives. Milliseconds of `Clock`.
struct Timers {
  let escapeDelay: Int
  private var tickInterval: Int?
  private var nextTick = 0
  private var nextLook: Int?
  private var giveUpAt: Int?

  init(escapeDelay: Int) {
    self.escapeDelay = escapeDelay
  }

  mutating func tick(every interval: Int?, at now: Int) {
    tickInterval = interval.map { max(1, $0) }
    nextTick = now + (tickInterval ?? 0)
  }

  mutating func watch(isWanted: Bool, at now: Int) {
    nextLook = isWanted ? now + WatchedScene.interval : nil
  }

  /// How long to wait at most; nil for ever.
  func timeout(at now: Int) -> Int? {
    [giveUpAt, tickInterval == nil ? nil : nextTick, nextLook].compactMap(\.self).min().map {
      max(0, $0 - now)
    }
  }

  /// Whether the wait for the rest of a sequence is over. Fresh bytes begin the wait anew.
  mutating func escapeIsDue(
    at now: Int, isFresh: Bool, patience: InputDecoder.Patience
  ) -> Bool {
    guard patience != .none else {
      giveUpAt = nil
      return false
    }
    if isFresh || giveUpAt == nil {
      giveUpAt = now + escapeDelay * (patience == .escape ? 1 : 10)
    }
    guard let due = giveUpAt, due <= now else { return false }
    giveUpAt = nil
    return true
  }

  mutating func tickIsDue(at now: Int) -> Bool {
    guard let interval = tickInterval, nextTick <= now else { return false }
    // Ticks that were missed, while suspended for instance, are not made up for.
    nextTick = max(nextTick + interval, now + 1)
    return true
  }

  mutating func lookIsDue(at now: Int) -> Bool {
    guard let due = nextLook, due <= now else { return false }
    nextLook = now + WatchedScene.interval
    return true
  }
}
