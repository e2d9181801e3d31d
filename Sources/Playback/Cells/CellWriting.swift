import Autograd

/// Sums as text, long ones without their middle.
enum CellWriting {
  /// The most terms that are written out.
  private static let longest = 6
  /// Of a longer sum, so many from its beginning, and the last one.
  private static let head = 3

  /// The places of the terms that are written.
  static func shown(of count: Int) -> [Int] {
    count <= longest ? Array(0..<count) : Array(0..<head) + [count - 1]
  }

  /// `a + b + c + … (93 more) … + z`.
  static func joined(_ terms: [String], of count: Int, by separator: String = " + ") -> String {
    guard terms.count < count else { return terms.joined(separator: separator) }
    let start = terms.dropLast().joined(separator: separator)
    let gap = "… (\(count - terms.count) more) …"
    return [start, gap, terms.last ?? ""].joined(separator: separator)
  }

  /// At most so many, evenly spread.
  static func thinned(_ elements: [Int], to most: Int = 4096) -> [Int] {
    guard elements.count > most else { return elements }
    return (0..<most).map { elements[$0 * elements.count / most] }
  }
}
