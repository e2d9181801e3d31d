import Autograd
import SceneLanguage

/// Where nan and infinity come from.
extension Run {
  enum Origin: Hashable {
    /// The value of a node whose operands were all finite.
    case value(NodeID)
    /// A contribution, computed from finite numbers or from an infinite slope.
    case entry(Int)
  }

  /// The node where the nan or infinity in `node`'s value began: follows operands that are not
  /// finite until there is none.
  func origin(ofValue node: NodeID) -> NodeID {
    var node = node
    while let operand = scene.graph.operands(of: node).first(where: { !isFinite($0) }) {
      node = operand
    }
    return node
  }

  /// Where the nan or infinity in a contribution or the total behind it began.
  func origin(ofEntry index: Int) -> Origin {
    var index = index
    while let earlier = cause(ofEntry: index) { index = earlier }
    let arrival = arrival(at: index)
    let rule = Formula(run: self, digits: .four).localRule(of: arrival.contribution)
    let read = rule?.readNodes.first { !isFinite($0) }
    return read.map { .value(origin(ofValue: $0)) } ?? .entry(index)
  }

  /// Whether all of a node's elements are finite.
  func isFinite(_ node: NodeID) -> Bool {
    isTensor(node) ? range(of: node)?.isFinite ?? true : values[node.index].isFinite
  }

  /// The first of a node's elements that is nan or infinite; 0 where none is.
  func firstNonFinite(in node: NodeID) -> Double {
    tensor(of: node).elements.first { !$0.isFinite } ?? 0
  }

  /// The entry that the nan or infinity at `index` came from; nil where it began there.
  private func cause(ofEntry index: Int) -> Int? {
    let entry = entries[index]
    if entry.amount.isFinite {
      let range = entryRange(of: arrival(at: index).contribution.to)
      return (range.lowerBound..<index).first { !entries[$0].total.isFinite }
    }
    guard let upstream = gradients[Int(entry.from)], !upstream.isFinite else { return nil }
    return entryRange(of: NodeID(rawValue: entry.from)).first { !entries[$0].total.isFinite }
  }
}
