/// Neighbouring nodes of a schedule with the same primitive, none of which is an operand of
/// another: what one call of a row's kernel works on.
///
/// The pointers are those of the schedule's columns and live for one pass.
struct Run {
  let range: Range<Int>
  let firstOperands: UnsafePointer<Int32>
  let secondOperands: UnsafePointer<Int32>
  let values: UnsafeMutablePointer<Double>
  let gradients: UnsafeMutablePointer<Double>
}

extension Run {
  @inline(__always)
  func visit(_ body: (Int) -> Void) {
    var node = range.lowerBound
    while node < range.upperBound {
      body(node)
      node &+= 1
    }
  }

  @inline(__always)
  func visitReversed(_ body: (Int) -> Void) {
    var node = range.upperBound
    while node > range.lowerBound {
      node &-= 1
      body(node)
    }
  }

  @inline(__always)
  func first(_ node: Int) -> Double { values[Int(firstOperands[node])] }
  @inline(__always)
  func second(_ node: Int) -> Double { values[Int(secondOperands[node])] }
  @inline(__always)
  func out(_ node: Int) -> Double { values[node] }
  @inline(__always)
  func gradient(_ node: Int) -> Double { gradients[node] }

  @inline(__always)
  func set(_ value: Double, at node: Int) { values[node] = value }
  @inline(__always)
  func add(_ amount: Double, toFirstOf node: Int) { gradients[Int(firstOperands[node])] += amount }
  @inline(__always)
  func add(_ amount: Double, toSecondOf node: Int) {
    gradients[Int(secondOperands[node])] += amount
  }
}
