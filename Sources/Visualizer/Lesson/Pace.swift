/// Whether the lesson plays by itself, and how quickly.
package struct Pace: Hashable, Sendable {
  package private(set) var isPlaying = false
  private var level = 2

  /// Milliseconds between two steps, slow to fast.
  private static let intervals = [2_000, 1_000, 600, 300, 150, 75]

  package var milliseconds: Int { Self.intervals[level] }
  package var isSlowest: Bool { level == 0 }
  package var isFastest: Bool { level == Self.intervals.count - 1 }

  package mutating func play() { isPlaying = true }
  package mutating func pause() { isPlaying = false }
  package mutating func slower() { level = max(0, level - 1) }
  package mutating func faster() { level = min(Self.intervals.count - 1, level + 1) }
}
