/// Every gradient beside a numeric derivative that knows nothing of back-propagation: the function
/// is evaluated a little above and a little below, and the rise divided by the run.
///
/// ```swift
/// let check = GradientCheck(of: graph, output: L)
/// check.entries.filter { !$0.agrees }   // []
/// ```
public struct GradientCheck: Sendable {
  /// The two gradients of one element of a node.
  public struct Entry: Hashable, Sendable {
    /// The node that was varied.
    public let node: NodeID
    /// Which of its elements; 0 of a number.
    public let element: Int
    /// By back-propagation.
    public let analytic: Double
    /// By central differences.
    public let numeric: Double
    /// The difference, relative to the larger of the two, or to what rounding of the output alone
    /// can amount to if that is larger; NaN if either is.
    public let relativeError: Double
    /// Whether a primitive between the node and the output sits so near its kink that the
    /// difference reaches across: the gradient is then a convention and no difference confirms it.
    public let isAtKink: Bool
    /// Whether the output is a number of which a difference can be taken: not NaN, not infinite.
    public let isComparable: Bool

    /// Whether the two tell the same: within 1e-4, or excused by a kink or by an output outside
    /// the reals, of which no difference can say anything.
    public var agrees: Bool {
      isAtKink || !isComparable || relativeError <= 1e-4 || (analytic.isNaN && numeric.isNaN)
    }
  }

  /// In tape order.
  public let entries: [Entry]
  /// How many elements there were to check; more than `entries` where some were left out.
  public let candidateCount: Int

  /// Checks leaves that receive a gradient, or with `includesComputed` every node that does; a
  /// computed node is varied by clamping it.
  ///
  /// One check evaluates the tape from the node to the output 4 to 12 times. So that a large graph
  /// takes no longer than about a second, at most `limit` elements are checked, spread evenly over
  /// the tape and always the same ones; by default as many as 10,000,000 evaluated primitives or
  /// 100,000,000 multiplied numbers allow, and at least one. The sum of a tensor is varied.
  public init(
    of graph: Graph, output: NodeID, includesComputed: Bool = false, limit: Int? = nil
  ) {
    let values = graph.forward()
    let gradients = graph.backward(from: output, values: values)
    let receives = graph.receivesGradient(from: output)
    let nodes = graph.nodes.filter {
      receives[$0.index] && (includesComputed || graph.operation(of: $0).isLeaf)
    }
    let places = Places(nodes, in: graph)
    let chosen = places.spread(atMost: max(1, limit ?? Self.limit(of: graph, output: output)))
    var probe = Probe(graph: graph, output: output, values: values, influences: receives)
    entries = chosen.map { place in
      let numeric = probe.derivative(at: place)
      let analytic = gradients[graph.gradientStart(of: place.node) + place.element]
      let difference = (analytic - numeric.value).magnitude
      let scale = max(analytic.magnitude, numeric.value.magnitude, numeric.noise * 1e6)
      return Entry(
        node: place.node, element: place.element, analytic: analytic, numeric: numeric.value,
        relativeError: analytic == numeric.value ? 0 : difference / scale,
        isAtKink: numeric.crossesKink, isComparable: probe.outputIsFinite)
    }
    candidateCount = places.count
  }

  private static func limit(of graph: Graph, output: NodeID) -> Int {
    graph.isScalar ? 2_500_000 / (output.index + 1) : 10_000_000 / max(1, graph.work(to: output))
  }
}

extension GradientCheck {
  /// One element of a node.
  struct Place {
    let node: NodeID
    let element: Int
  }

  /// The elements of some nodes, in order, without a list of all of them.
  private struct Places {
    private let nodes: [NodeID]
    /// How many elements come before those of each node.
    private var starts: [Int] = [0]

    init(_ nodes: [NodeID], in graph: Graph) {
      self.nodes = nodes
      for node in nodes { starts.append(starts[starts.count - 1] + graph.shape(of: node).count) }
    }

    var count: Int { starts[starts.count - 1] }

    /// At most so many of them, evenly spread.
    func spread(atMost limit: Int) -> [Place] {
      var node = 0
      return (0..<min(limit, count)).map { index in
        let place = count <= limit ? index : Int(Double(index) * Double(count) / Double(limit))
        while starts[node + 1] <= place { node += 1 }
        return Place(node: nodes[node], element: place - starts[node])
      }
    }
  }
}
