import CellGrid

/// Finds the rows of a picture that the next one shows at another height.
///
/// ncurses would move such rows by scrolling several lines at once. A number of emulators do not
/// know those sequences (SU and SD) and then show lines that are not there, so these rows are
/// sent again instead.
struct MovedRows {
  private var fingerprints: [Int] = []

  /// Takes in the next picture.
  ///
  /// - Returns: the rows of the picture before that stand elsewhere in this one.
  mutating func advance(to canvas: Canvas) -> [Int] {
    let next = (0..<canvas.size.height).map { Self.fingerprint(of: $0, in: canvas) }
    let kept = Set(next)
    let moved = fingerprints.indices.filter { row in
      row < next.count && fingerprints[row] != next[row] && kept.contains(fingerprints[row])
    }
    fingerprints = next
    return moved
  }

  private static func fingerprint(of row: Int, in canvas: Canvas) -> Int {
    var hasher = Hasher()
    // By characters alone: roles that look the same count as the same.
    canvas.forEachRun(row: row) { _, scalars, _ in
      for scalar in scalars { hasher.combine(scalar.value) }
    }
    return hasher.finalize()
  }
}
