import Autograd
import SceneLanguage

extension Formula {
  /// The node in a sentence, a tensor with its shape beside it: `X (4, 3)`.
  func named(_ node: NodeID) -> [Explanation.Piece] {
    let shape = run.isTensor(node) ? [Explanation.Piece.text(" \(run.shape(of: node))")] : []
    return [.node(node)] + shape
  }
}

extension Remarks {
  /// Why what is passed back has the shape it has.
  func reasonForShape(_ contribution: Contribution) -> [String] {
    guard case .primitive(let primitive) = run.scene.graph.operation(of: contribution.from) else {
      return []
    }
    let (own, out) = (run.shape(of: contribution.to), run.shape(of: contribution.from))
    if primitive == .matmul { return reasonForProduct(contribution, own, out) }
    guard primitive.isElementwise, own != out else { return [] }
    let name = labels[contribution.to]
    return [
      "\(name) \(own) was stretched to \(out): every element is copied, and what its copies receive "
        + "is added up, so that the gradient has the shape of \(name) again."
    ]
  }

  private func reasonForProduct(
    _ contribution: Contribution, _ own: Shape, _ out: Shape
  ) -> [String] {
    let operands = run.scene.graph.operands(of: contribution.from)
    let other = operands[1 - contribution.slot]
    let factor = run.shape(of: other)
    guard own.rank == 2, factor.rank == 2 else { return [] }
    let gradient = formula.gradientSymbol(of: contribution.from)
    let turned = Shape(factor.extents.reversed())
    let product =
      contribution.slot == 0
      ? "\(gradient) \(out) @ \(labels[other]).T \(turned)"
      : "\(labels[other]).T \(turned) @ \(gradient) \(out)"
    let sentence = "\(product) has the shape of \(labels[contribution.to]), \(own)"
    return [
      Self.products(of: factor, and: out, shaped: own) == 1
        ? "\(sentence): no other product of the two has." : "\(sentence)."
    ]
  }

  /// How many products of two matrices, in either order, transposed or not, have a shape.
  private static func products(of one: Shape, and other: Shape, shaped shape: Shape) -> Int {
    func turns(_ shape: Shape) -> [[Int]] { [shape.extents, shape.extents.reversed()] }
    func count(_ left: Shape, _ right: Shape) -> Int {
      turns(left).reduce(0) { sum, a in
        sum + turns(right).count { b in a[1] == b[0] && [a[0], b[1]] == shape.extents }
      }
    }
    return count(one, other) + count(other, one)
  }
}
