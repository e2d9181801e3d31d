/// A graph arranged for running it many times: forward and backward without a decision per node.
///
/// Once per graph, nodes are grouped into runs of the same rank and primitive, and one indirect
/// call of the row's kernel works on a whole run. Ranks count within chunks of 8,192 neighbours on
/// the tape, so that near nodes stay near and a chunk's values fit the cache. (A loop with one
/// `switch` a node spends most of its time on mispredicted branches.)
///
/// ```swift
/// var schedule = Schedule(graph, output: loss)
/// for batch in batches {
///   schedule.setLeafValue(batch, of: x)
///   schedule.forward()
///   schedule.backward()
///   print(schedule.value(of: loss), schedule.gradient(of: w))
/// }
/// ```
///
/// `forward()` and `backward()` allocate nothing. Values and gradients are those of `Graph.forward()`
/// and `Graph.backward`, bit by bit: contributions to a node are added in the order of the tape.
/// 24 bytes a node are touched by a pass, and 4 more find a node's place.
public struct Schedule: Sendable {
  // In the order of the schedule: operands as positions, values, gradients.
  var first: [Int32]
  var second: [Int32]
  var values: [Double]
  var gradients: [Double]
  var groups: [Group]
  /// A node's position; its complement where the node receives no gradient.
  var places: [Int32]
  let output: Int

  /// A run by its place.
  struct Group {
    let primitive: Primitive
    let range: Range<Int32>
    /// Whether the output depends on these nodes.
    let isReached: Bool
  }

  /// The number of nodes.
  public var count: Int { places.count }

  /// A node's value after the last `forward()`; a leaf's at any time.
  public func value(of node: NodeID) -> Double { values[position(of: node)] }

  /// ∂output/∂node after the last `backward()`; 0 where no gradient arrives.
  public func gradient(of node: NodeID) -> Double {
    let place = places[node.index]
    return place < 0 ? 0 : gradients[Int(place)]
  }

  /// Puts another value into a leaf; computed nodes follow at the next `forward()`.
  ///
  /// - Precondition: `node` is a leaf.
  public mutating func setLeafValue(_ value: Double, of node: NodeID) {
    let position = position(of: node)
    precondition(first[position] < 0, "only a leaf holds a value of its own")
    values[position] = value
  }

  func position(of node: NodeID) -> Int {
    let place = places[node.index]
    return Int(place < 0 ? ~place : place)
  }
}

extension Schedule {
  /// How many bytes a node a pass touches: the columns and the list of runs.
  public var hotBytesPerNode: Double {
    let columns = 2 * MemoryLayout<Int32>.stride + 2 * MemoryLayout<Double>.stride
    let runs = groups.count * MemoryLayout<Group>.stride
    return Double(columns) + Double(runs) / Double(max(1, count))
  }
}
