/// Sums over the beginnings of an array, each change and each sum in logarithmic time.
package struct FenwickTree {
  private var partial: [Int]
  package private(set) var total = 0

  package init(count: Int) {
    partial = [Int](repeating: 0, count: count + 1)
  }

  package mutating func add(_ amount: Int, at index: Int) {
    total += amount
    var index = index + 1
    while index < partial.count {
      partial[index] += amount
      index += index & -index
    }
  }

  package func sum(through index: Int) -> Int {
    var sum = 0
    var index = index + 1
    while index > 0 {
      sum += partial[index]
      index -= index & -index
    }
    return sum
  }
}
