import Autograd
import SceneLanguage

/// What elements are called: the node's label with an index.
struct CellNames {
  let run: Run

  /// The letters that indices run over in a sum.
  private static let letters = ["k", "l", "m", "n", "p", "q", "r", "s"]

  func name(of node: NodeID, _ element: Int) -> String {
    run.labels[node] + run.shape(of: node).index(of: element)
  }

  func gradient(of node: NodeID, _ element: Int) -> String {
    "∂\(run.labels[run.output])/∂\(name(of: node, element))"
  }

  /// The letters for the axes along which two elements differ, by axis; nil where they agree.
  func letters(from first: Int, to last: Int, in shape: Shape) -> [String?] {
    var next = 0
    return zip(shape.extents, shape.strides).map { extent, stride in
      guard first / stride % extent != last / stride % extent else { return nil }
      next += 1
      return Self.letters[(next - 1) % Self.letters.count]
    }
  }

  /// The name with letters for the axes that run: `X[k, 1]`. Axes are aligned at the last one, and
  /// one without a letter of its own takes the first.
  func name(
    of node: NodeID, from first: Int, to last: Int, letters: [String?]
  ) -> String {
    let shape = run.shape(of: node)
    guard shape.rank > 0 else { return run.labels[node] }
    let places = (0..<shape.rank).map { axis -> String in
      let (extent, stride) = (shape.extents[axis], shape.strides[axis])
      let index = first / stride % extent
      guard index != last / stride % extent else { return String(index) }
      let aligned = axis + letters.count - shape.rank
      let own = letters.indices.contains(aligned) ? letters[aligned] : nil
      return own ?? letters.compactMap { $0 }.first ?? "k"
    }
    return run.labels[node] + "[" + places.joined(separator: ", ") + "]"
  }
}
