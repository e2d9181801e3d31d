import CellGrid

/// Finds the rows of a picture that the next one shows at another height.
///
/// ncurses would move such rows by scrolling several lines at once. A number of emulators do not
/// know those sequences (SU and SD) and then show lines that are not there, so these rows are
/// sent again instead. It only looks for rows whose characters stand once in either picture, and
/// so do we: blank rows and borders stay.
struct MovedRows {
  private var fingerprints: [Int] = []

  /// Takes in the next picture, of which only the rows `changed` are new.
  ///
  /// - Returns: the rows of the picture before that stand elsewhere in this one.
  mutating func advance(to canvas: Canvas, changed: [Int]) -> [Int] {
    let before = fingerprints
    if before.count != canvas.size.height {
      fingerprints = [Int](repeating: 0, count: canvas.size.height)
    }
    for row in changed { fingerprints[row] = canvas.fingerprint(row: row) }
    guard before.count == fingerprints.count else { return [] }
    return changed.filter { row in
      before[row] != fingerprints[row] && fingerprints.isOnce(before[row])
        && before.isOnce(before[row])
    }
  }
}

extension [Int] {
  fileprivate func isOnce(_ number: Int) -> Bool {
    var count = 0
    for candidate in self where candidate == number { count += 1 }
    return count == 1
  }
}
