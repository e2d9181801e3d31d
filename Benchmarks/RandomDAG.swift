import Foundation
import RandomNumbers

/// A random graph of `+ * tanh exp` in which every node is live and every gradient finite.
///
/// One node in a hundred is an input. Operands come from the 1,024 nodes before (95 %) or are an
/// input (5 %), within blocks of 65,536 nodes, like a batch of samples that share parameters. They
/// are drawn again until the value lies between 0.05 and 2, and what nothing uses is summed
/// pairwise into the output.
struct RandomDAG {
  // Every machine measures the same graph.
  private var random = SplitMix64()
  private var workload = Workload()
  private var isUsed: [Bool] = []
  private var unusedCount = 0
  private let inputCount: Int

  static func workload(count: Int) -> Workload {
    var generator = RandomDAG(inputCount: count / 100)
    generator.addInputs()
    while generator.workload.count + generator.unusedCount - 1 < count, generator.addNode(count) {}
    generator.sumUnused(count)
    return generator.workload
  }

  private init(inputCount: Int) { self.inputCount = inputCount }

  private mutating func addInputs() {
    while workload.count < inputCount {
      let value = 2 * random.unit() - 1
      if value.magnitude >= 0.05 { use(-1, -1, by: workload.leaf(value)) }
    }
  }

  /// - Returns: whether there was room for the node and for the sum of what nothing uses.
  private mutating func addNode(_ count: Int) -> Bool {
    let draw = random.unit()
    var operation: Workload.Operation =
      draw < 0.4 ? .add : draw < 0.8 ? .multiply : draw < 0.9 ? .tanh : .exp
    var tries = 0
    while true {
      tries += 1
      if tries > 200 { operation = .add }
      let (x, y) = (operand(), operand())
      let value = Self.value(operation, workload.values[x], workload.values[y])
      guard value.magnitude >= 0.05 && value.magnitude <= 2 else { continue }
      let isUnary = operation == .tanh || operation == .exp
      let newlyUsed = (isUsed[x] ? 0 : 1) + (isUnary || x == y || isUsed[y] ? 0 : 1)
      if workload.count + 1 + unusedCount - newlyUsed > count { return false }
      let second = isUnary ? -1 : Int32(y)
      use(Int32(x), second, by: workload.append(operation, Int32(x), second, value))
      return true
    }
  }

  private mutating func operand() -> Int {
    let window = min((workload.count - inputCount) % 65_536, 1024)
    return window > 0 && random.unit() < 0.95
      ? workload.count - 1 - random.below(window) : random.below(inputCount)
  }

  private mutating func use(_ x: Int32, _ y: Int32, by node: Int32) {
    for operand in [x, y] where operand >= 0 && !isUsed[Int(operand)] {
      isUsed[Int(operand)] = true
      unusedCount -= 1
    }
    isUsed.append(false)
    unusedCount += 1
  }

  private mutating func sumUnused(_ count: Int) {
    var open = isUsed.indices.filter { !isUsed[$0] }
    while open.count > 1 {
      var sums: [Int] = []
      for pair in stride(from: 0, to: open.count - 1, by: 2) {
        sums.append(sum(open[pair], open[pair + 1]))
      }
      open = sums + (open.count % 2 == 1 ? [open[open.count - 1]] : [])
    }
    while workload.count < count { _ = sum(workload.count - 1, 0) }
  }

  private mutating func sum(_ x: Int, _ y: Int) -> Int {
    Int(workload.append(.add, Int32(x), Int32(y), workload.values[x] + workload.values[y]))
  }

  private static func value(
    _ operation: Workload.Operation, _ x: Double, _ y: Double
  ) -> Double {
    switch operation {
    case .add: x + y
    case .multiply: x * y
    case .tanh: tanh(x)
    default: exp(x)
    }
  }
}
