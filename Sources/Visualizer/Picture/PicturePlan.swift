import Autograd
import GraphLayout
import SceneLanguage

/// What a picture draws as boxes and as wires: every node by itself, but a closed group as one box,
/// and the name of a leaf once more where it is used far from its box.
///
/// A leaf that many read, as one weight by a hundred samples, would cross the whole picture with
/// its wires. Its first uses are drawn; to uses farther away on the tape leads a *stub*, a label
/// with its name and a wire of its own. So it is with an operand that is left out.
struct PicturePlan: Sendable {
  /// What stands in each box, in the order of the tape.
  private(set) var subjects: [Subject] = []
  /// The wires in the order of their consumers' boxes and of their slots.
  private(set) var wires: [Diagram.Wire] = []
  /// The box of each node; for the nodes of a closed group, the group's; for one that is left out,
  /// the first stub with its name, or -1.
  private(set) var boxOfNode: [Int32]
  /// Where the wires into each box begin, and the end of all.
  private(set) var firstWires: [Int32] = []

  /// What a box stands for.
  struct Subject: Hashable, Sendable {
    /// The node whose numbers it shows: for a group, the one the call returned.
    let node: NodeID
    let kind: Kind

    enum Kind: Hashable, Sendable {
      case node
      case group(Int)
      case stub
    }
  }

  /// A use of a leaf farther on the tape than this from its first one leads from a stub.
  static let reach = 64

  private let drawsAllWires: Bool
  /// The first consumer of each leaf; -1 before one was seen.
  private var firstUses: [Int32]
  /// The last box that has a wire or a stub from each node, and from which box it comes.
  private var lastReached: [Int32]
  private var lastSource: [Int32]

  /// Complexity: linear in nodes, edges and groups.
  init(of scene: Scene, scope: PictureScope, drawsAllWires: Bool) {
    self.drawsAllWires = drawsAllWires
    let count = scene.graph.count
    boxOfNode = [Int32](repeating: -1, count: count)
    firstUses = boxOfNode
    lastReached = boxOfNode
    lastSource = boxOfNode
    let (folding, paths) = (scope.folding, scope.paths)
    let outermost = folding.closed.isEmpty ? [] : folding.outermost(in: scene)
    var index = 0
    while index < count {
      let group = Int(scene.details[index].group)
      let closed = outermost.isEmpty || group < 0 ? -1 : outermost[group]
      if closed >= 0 {
        let group = scene.groups[closed]
        if paths?.contains(anyOf: group.nodes) ?? true {
          add(.group(closed), group.nodes, showing: group.result, of: scene.graph)
        }
        index = group.nodes.upperBound
      } else {
        if paths?.contains(NodeID(index)) ?? true {
          add(.node, index..<index + 1, showing: NodeID(index), of: scene.graph)
        }
        index += 1
      }
    }
    firstWires.append(Int32(wires.count))
    (firstUses, lastReached, lastSource) = ([], [], [])
  }

  private mutating func add(
    _ kind: Subject.Kind, _ nodes: Range<Int>, showing result: NodeID, of graph: Graph
  ) {
    // Stubs come first: a wire goes from a lower box to a higher one.
    let sources = externalOperands(of: nodes, kind, in: graph)
    let box = subjects.count
    subjects.append(Subject(node: result, kind: kind))
    firstWires.append(Int32(wires.count))
    for node in nodes { boxOfNode[node] = Int32(box) }
    for (slot, source) in sources.enumerated() {
      wires.append(Diagram.Wire(from: Int(source), to: box, slot: slot))
    }
  }

  /// The boxes the wires come from: for a node one for each slot, for a group each one once.
  private mutating func externalOperands(
    of nodes: Range<Int>, _ kind: Subject.Kind, in graph: Graph
  ) -> [Int32] {
    var sources: [Int32] = []
    for index in nodes {
      for operand in graph.operands(of: NodeID(index)) where operand.index < nodes.lowerBound {
        let isKnown = lastReached[operand.index] == Int32(nodes.lowerBound)
        if isKnown, kind != .node { continue }
        if !isKnown {
          lastReached[operand.index] = Int32(nodes.lowerBound)
          lastSource[operand.index] = source(of: operand, for: nodes.lowerBound, in: graph)
        }
        sources.append(lastSource[operand.index])
      }
    }
    return sources
  }

  /// The box an operand's wire comes from: its own, or a new stub.
  private mutating func source(of operand: NodeID, for consumer: Int, in graph: Graph) -> Int32 {
    let own = boxOfNode[operand.index]
    guard own >= 0, subjects[Int(own)].kind != .stub else {
      let stub = stub(of: operand)
      if own < 0 { boxOfNode[operand.index] = stub }
      return stub
    }
    guard !drawsAllWires, graph.leafValue(of: operand) != nil else { return own }
    if firstUses[operand.index] < 0 { firstUses[operand.index] = Int32(consumer) }
    guard consumer - Int(firstUses[operand.index]) > Self.reach else { return own }
    return stub(of: operand)
  }

  private mutating func stub(of operand: NodeID) -> Int32 {
    subjects.append(Subject(node: operand, kind: .stub))
    firstWires.append(Int32(wires.count))
    return Int32(subjects.count - 1)
  }
}

extension PicturePlan {
  /// The wires that end at a box.
  func wires(into box: Int) -> Range<Int> {
    Int(firstWires[box])..<Int(firstWires[box + 1])
  }

  /// The box of a node, or of the closed group that hides it, or the first stub with its name where
  /// it is left out; nil where it has no such either.
  func box(of node: NodeID) -> Int? {
    let box = Int(boxOfNode[node.index])
    return box >= 0 ? box : nil
  }

  /// The wire that draws an edge of the graph; nil where a closed group hides it, or its end is
  /// left out.
  func wire(into consumer: NodeID, slot: Int, from operand: NodeID) -> Int? {
    guard let box = box(of: consumer) else { return nil }
    let wires = wires(into: box)
    guard subjects[box].kind == .node else {
      guard Int(boxOfNode[operand.index]) != box else { return nil }
      return wires.first { leads(wire: $0, from: operand) }
    }
    return slot < wires.count ? wires.lowerBound + slot : nil
  }

  private func leads(wire: Int, from operand: NodeID) -> Bool {
    let source = wires[wire].from
    return subjects[source].kind == .stub
      ? subjects[source].node == operand : source == Int(boxOfNode[operand.index])
  }

  /// For every box whether it is a leaf that only closed groups read, which have so many operands
  /// that their boxes are higher than others: a line beside each port says it, in less room than
  /// the group itself takes. Empty where there are none.
  func arguments(of graph: Graph) -> [Bool] {
    let isHigh = subjects.indices.map { box in
      if case .group = subjects[box].kind { wires(into: box).count > 2 } else { false }
    }
    guard isHigh.contains(true) else { return [] }
    var isArgument = subjects.map { $0.kind == .node && graph.leafValue(of: $0.node) != nil }
    var isRead = [Bool](repeating: false, count: subjects.count)
    for wire in wires {
      isRead[wire.from] = true
      if !isHigh[wire.to] { isArgument[wire.from] = false }
    }
    return zip(isArgument, isRead).map { $0 && $1 }
  }

  /// Whether a node's numbers are in sight somewhere: those inside of a closed group are not.
  func shows(_ node: NodeID) -> Bool {
    guard let box = box(of: node), subjects[box].kind != .stub else { return false }
    return subjects[box].node == node
  }

  /// Whether a node is neither drawn nor inside of a closed group that is.
  func leavesOut(_ node: NodeID) -> Bool {
    box(of: node).map { subjects[$0].kind == .stub } ?? true
  }

  /// The closed group whose box shows a node or hides it.
  func group(around node: NodeID) -> Int? {
    if let box = box(of: node), case .group(let group) = subjects[box].kind { group } else { nil }
  }

  /// The node whose box shows a node or hides it; nil where there is none.
  func shown(_ node: NodeID) -> NodeID? { box(of: node).map { subjects[$0].node } }
}
