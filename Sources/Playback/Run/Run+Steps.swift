package import Autograd
import SceneLanguage

extension Run {
  /// The number of nodes, which is also the number of forward steps.
  package var nodeCount: Int { values.count }

  /// Whether the output receives a gradient; a constant does not, and its run ends with the
  /// forward phase.
  package var hasBackwardPass: Bool { gradients[output.index] != nil }

  package var stepCount: Int { hasBackwardPass ? updateStep + updates.count : nodeCount }

  /// How many steps there are before the updates.
  package var passStepCount: Int { min(updateStep, stepCount) }

  /// The step at an index from 0 up to `stepCount`, in constant time.
  package func step(at index: Int) -> Step {
    if index < nodeCount {
      return Step(index: index, phase: .forward, kind: .value(NodeID(index)))
    }
    if index < seedStep {
      return Step(index: index, phase: .zero, kind: .zero(moment?.parameters ?? []))
    }
    if index == seedStep { return Step(index: index, phase: .seed, kind: .seed(output)) }
    if index == seedStep + 1 { return Step(index: index, phase: .seed, kind: .final(output)) }
    if index >= updateStep {
      return Step(index: index, phase: .update, kind: .update(updates[index - updateStep].node))
    }
    let word = backwardSteps[index - seedStep - 2]
    let kind: Step.Kind =
      word < 0 ? .final(NodeID(rawValue: ~word)) : .contribution(arrival(at: Int(word)))
    return Step(index: index, phase: .backward, kind: kind)
  }

  /// Every step that concerns the node, in order: its value, its gradient's being set to 0, its
  /// seed, the contributions it receives, its final, its update.
  package func steps(of node: NodeID) -> [Int] {
    var steps = [node.index]
    guard hasBackwardPass else { return steps }
    let place = moment?.place(of: node)
    if place != nil, seedStep > nodeCount { steps.append(nodeCount) }
    if node == output {
      steps += [seedStep, seedStep + 1]
    } else {
      let entries = entryRange(of: node)
      steps.reserveCapacity(entries.count + 4)
      for index in entries { steps.append(Int(self.entries[index].step)) }
      if let last = steps.last, !entries.isEmpty { steps.append(last + 1) }
    }
    if let place { steps.append(updateStep + place) }
    return steps
  }

  func entryRange(of node: NodeID) -> Range<Int> {
    Int(firstEntries[node.index])..<Int(firstEntries[node.index + 1])
  }

  /// The contribution stored at `index`, which the receiver's range of entries contains.
  func arrival(at index: Int) -> Arrival {
    let entry = entries[index]
    let from = NodeID(rawValue: entry.from)
    let slot = Int(slots[index])
    let to = scene.graph.operands(of: from)[slot]
    let range = entryRange(of: to)
    return Arrival(
      contribution: Contribution(
        from: from, slot: slot, to: to, upstream: gradients[from.index] ?? 0, local: entry.local,
        amount: entry.amount),
      before: index == range.lowerBound ? carriedTotal(of: to) : entries[index - 1].total,
      total: entry.total,
      received: index - range.lowerBound + 1,
      expected: range.count)
  }
}
