package import Autograd
import SceneLanguage

extension Run {
  /// All elements of a graph with tensors, flat as its passes gave them.
  struct Elements: Sendable {
    let values: [Double]
    let gradients: [Double]
    /// The values of the nodes that are numbers; nan elsewhere.
    let numbers: [Double]
    /// Their gradients; nan elsewhere.
    let gradientNumbers: [Double]
    /// The ranges of the nodes that are tensors, of their values and of their gradients; nil for a
    /// number, and for a tensor without elements.
    let ranges: [TensorRange?]
    let gradientRanges: [TensorRange?]
    /// The first node with a nan or infinite element.
    let firstNonFinite: NodeID?

    init(
      _ graph: Graph, output: NodeID, values: [Double],
      carried: [(node: NodeID, elements: [Double])], into recording: inout Recording
    ) {
      self.values = values
      var arcs: [Arc] = []
      gradients = graph.tensorBackward(from: output, values: values, carried: carried) {
        arcs.append($0)
      }
      let isNumber = graph.nodes.map { graph.shape(of: $0) == .scalar }
      let (all, flat) = (graph, gradients)
      numbers = graph.nodes.map {
        isNumber[$0.index] ? all.value(of: $0, in: values).elements[0] : .nan
      }
      gradientNumbers = graph.nodes.map {
        isNumber[$0.index] ? all.gradient(of: $0, in: flat)?.elements[0] ?? 0 : .nan
      }
      ranges = graph.nodes.map {
        isNumber[$0.index] ? nil : TensorRange(of: all.value(of: $0, in: values))
      }
      gradientRanges = graph.nodes.map {
        isNumber[$0.index]
          ? nil : all.gradient(of: $0, in: flat).flatMap { TensorRange(of: $0) }
      }
      let (ranges, numbers) = (ranges, numbers)
      firstNonFinite = graph.nodes.first {
        isNumber[$0.index]
          ? !numbers[$0.index].isFinite : ranges[$0.index].map { !$0.isFinite } ?? false
      }
      for arc in arcs { recording.note(contribution(along: arc, graph, isNumber)) }
    }

    /// A contribution with its numbers, with nan for those that are tensors.
    private func contribution(
      along arc: Arc, _ graph: Graph, _ isNumber: [Bool]
    ) -> Contribution {
      guard isNumber[arc.from.index], isNumber[arc.to.index],
        case .primitive(let primitive) = graph.operation(of: arc.from), primitive.isElementwise
      else {
        // What a number receives from a tensor is a number, whose total is one, too.
        let amount =
          isNumber[arc.to.index]
          ? graph.contribution(along: arc, values: values, gradients: gradients).elements[0] : .nan
        return Contribution(
          from: arc.from, slot: arc.slot, to: arc.to, upstream: .nan, local: .nan, amount: amount)
      }
      let operands = graph.operands(of: arc.from)
      let local = primitive.derivative(
        slot: arc.slot, x: numbers[operands[0].index],
        y: operands.count > 1 ? numbers[operands[1].index] : 0, out: numbers[arc.from.index])
      let upstream = gradientNumbers[arc.from.index]
      return Contribution(
        from: arc.from, slot: arc.slot, to: arc.to, upstream: upstream, local: local,
        amount: upstream * local)
    }
  }
}

extension Run {
  /// Whether not all nodes are numbers.
  package var hasTensors: Bool { elements != nil }

  package func shape(of node: NodeID) -> Shape { scene.graph.shape(of: node) }

  /// Whether the node's value is a tensor, of one element as well, and no number.
  package func isTensor(_ node: NodeID) -> Bool { shape(of: node) != .scalar }

  /// The node's value, whatever its shape.
  package func tensor(of node: NodeID) -> Tensor {
    guard let elements else { return Tensor(values[node.index]) }
    return scene.graph.value(of: node, in: elements.values)
  }

  /// The node's final gradient, whatever its shape; nil where there never is one.
  package func gradientTensor(of node: NodeID) -> Tensor? {
    guard let number = gradients[node.index] else { return nil }
    guard let elements else { return Tensor(number) }
    return scene.graph.gradient(of: node, in: elements.gradients)
  }

  /// The range of a tensor's elements, in constant time; nil for a number, and where there are none.
  package func range(of node: NodeID) -> TensorRange? { elements?.ranges[node.index] }

  /// The range of a tensor's final gradient, in constant time; nil for a number, where there are no
  /// elements, and where there never is a gradient.
  package func gradientRange(of node: NodeID) -> TensorRange? {
    gradients[node.index] == nil ? nil : elements?.gradientRanges[node.index]
  }

  /// Whether a contribution is a number times a number, and its `Contribution` says which.
  package func isOfNumbers(_ contribution: Contribution) -> Bool {
    guard elements != nil else { return true }
    guard !isTensor(contribution.from), !isTensor(contribution.to),
      case .primitive(let primitive) = scene.graph.operation(of: contribution.from)
    else { return false }
    return primitive.isElementwise
  }

  /// What an arrival adds, whatever its shape.
  package func amount(of arrival: Arrival) -> Tensor {
    let contribution = arrival.contribution
    guard let elements, !isOfNumbers(contribution) else { return Tensor(contribution.amount) }
    // The only contribution is the gradient itself.
    if arrival.isAlone, let gradient = gradientTensor(of: contribution.to) {
      return gradient
    }
    let arc = Arc(from: contribution.from, slot: contribution.slot, to: contribution.to)
    return scene.graph.contribution(
      along: arc, values: elements.values, gradients: elements.gradients)
  }

  /// What the consumer passes on.
  package func upstream(of arrival: Arrival) -> Tensor {
    gradientTensor(of: arrival.contribution.from) ?? Tensor(arrival.contribution.upstream)
  }

  /// The receiver's total before an arrival; nil where nothing came before.
  package func before(_ arrival: Arrival) -> Tensor? {
    total(of: arrival.contribution.to, count: arrival.received - 1)
  }

  /// The receiver's total after an arrival.
  package func total(after arrival: Arrival) -> Tensor {
    total(of: arrival.contribution.to, count: arrival.received) ?? amount(of: arrival)
  }

  /// The sum of the first so many contributions to a node, in the order in which they arrive, and of
  /// what was carried over before them.
  private func total(of node: NodeID, count: Int) -> Tensor? {
    let entries = entryRange(of: node)
    let start = hasCarriedTotal(node) ? carriedGradient(of: node) : nil
    guard count > 0 else { return start }
    guard elements != nil else { return Tensor(self.entries[entries.lowerBound + count - 1].total) }
    if count == entries.count { return gradientTensor(of: node) }
    let amounts =
      (start.map { [$0] } ?? []) + entries.prefix(count).map { amount(of: arrival(at: $0)) }
    return amounts.dropFirst().reduce(amounts.first) { sum, next in
      sum.map { Tensor(zip($0.elements, next.elements).map(+), shape: next.shape) }
    }
  }

  /// What has arrived at a node when `cursor` steps are done; nil where nothing has.
  package func gradientTensor(of node: NodeID, at cursor: Int) -> Tensor? {
    switch gradient(of: node, at: cursor) {
    case .notYet, .never: nil
    case .final: gradientTensor(of: node)
    case .carried: carriedGradient(of: node)
    case .partial(_, 0, _): Tensor(repeating: 0, shape: shape(of: node))
    case .partial(_, let received, _):
      node == output ? gradientTensor(of: node) : total(of: node, count: received)
    }
  }
}

extension Run {
  /// A node's value in a few words, once it is known: a number, the elements of a small tensor, the
  /// shape of a larger one.
  package func shortText(of node: NodeID, at cursor: Int, digits: Digits = .four) -> String? {
    guard isKnown(node, at: cursor) else { return nil }
    guard isTensor(node) else {
      return value(of: node, at: cursor).map { NumberText.text(of: $0, digits: digits) }
        ?? NumberText.text(of: values[node.index], digits: digits)
    }
    let shape = shape(of: node)
    return TensorText.writesOut(shape)
      ? TensorText.all(tensor(of: node, at: cursor), digits: digits) : "\(shape)"
  }

  /// The same, with the range where the elements are not written out.
  package func summary(of node: NodeID, at cursor: Int, digits: Digits = .four) -> String? {
    let text = shortText(of: node, at: cursor, digits: digits)
    guard let text, let range = range(of: node, at: cursor), !TensorText.writesOut(shape(of: node))
    else {
      return text
    }
    return "\(text) \(TensorText.text(of: range, digits: digits))"
  }

  /// Whether what has arrived at a node has a nan or an infinity in it.
  package func hasNonFiniteGradient(_ node: NodeID, at cursor: Int) -> Bool {
    switch gradient(of: node, at: cursor) {
    case .notYet, .never: return false
    case .partial(let total, _, _), .carried(let total):
      guard isTensor(node) else { return !total.isFinite }
      return gradientTensor(of: node, at: cursor)?.elements.contains { !$0.isFinite } ?? false
    case .final(let total):
      return isTensor(node) ? gradientRange(of: node)?.isFinite == false : !total.isFinite
    }
  }
}
