/// Which known name a mistyped one was probably meant to be.
package enum Spelling {
  /// The candidate with the fewest edits, the first of several; nil where none is near.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.prefix(longest + 1))
    guard wanted.count <= longest else { return nil }
    if wanted.count == 1 {
      // Every other letter is one edit away: only the same letter in the other case is near.
      return candidates.first { $0 != name && $0.lowercased() == name.lowercased() }
    }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let limit = min(max(1, wanted.count / 3), (best?.distance ?? .max) - 1)
      if limit < 1 { break }
      guard abs(candidate.utf8.count - name.utf8.count) <= limit * 4 else { continue }
      let letters = Array(candidate.prefix(longest + 1))
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.name
  }

  private static let longest = 40

  /// The number of letters to insert, delete, replace or swap with a neighbour (Damerau's
  /// distance, optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
