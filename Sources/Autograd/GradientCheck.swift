/// Every gradient beside a numeric derivative that knows nothing of back-propagation: the function
/// is evaluated a little above and a little below, and the rise divided by the run.
///
/// ```swift
/// let check = GradientCheck(of: graph, output: L)
/// check.entries.filter { !$0.agrees }   // []
/// ```
public struct GradientCheck: Sendable {
  /// One node's two gradients.
  public struct Entry: Hashable, Sendable {
    /// The node that was varied.
    public let node: NodeID
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
  /// How many nodes there were to check; more than `entries` where some were left out.
  public let candidateCount: Int

  /// Checks leaves that receive a gradient, or with `includesComputed` every node that does; a
  /// computed node is varied by clamping it.
  ///
  /// One check evaluates the tape from the node to the output 4 to 12 times. So that a large graph
  /// takes no longer than about a second, at most `limit` nodes are checked, spread evenly over
  /// the tape and always the same ones; by default as many as 10,000,000 evaluated primitives
  /// allow, and at least one.
  public init(
    of graph: Graph, output: NodeID, includesComputed: Bool = false, limit: Int? = nil
  ) {
    let values = graph.forward()
    let gradients = graph.backward(from: output, values: values)
    let receives = graph.receivesGradient(from: output)
    let candidates = graph.nodes.filter {
      receives[$0.index] && (includesComputed || graph.operation(of: $0).isLeaf)
    }
    let limit = max(1, limit ?? 2_500_000 / (output.index + 1))
    let chosen =
      candidates.count <= limit
      ? candidates : (0..<limit).map { candidates[$0 * candidates.count / limit] }
    var probe = Probe(graph: graph, output: output, values: values, influences: receives)
    entries = chosen.map { node in
      let numeric = probe.derivative(at: node)
      let analytic = gradients[node.index]
      let difference = (analytic - numeric.value).magnitude
      let scale = max(analytic.magnitude, numeric.value.magnitude, numeric.noise * 1e6)
      return Entry(
        node: node, analytic: analytic, numeric: numeric.value,
        relativeError: analytic == numeric.value ? 0 : difference / scale,
        isAtKink: numeric.crossesKink, isComparable: values[output.index].isFinite)
    }
    candidateCount = candidates.count
  }
}
