/// The elements of the operands that one term of an element's value is made of.
public struct CellOrigin: Hashable, Sendable {
  /// The place among the first operand's elements; nil where the term reads none of them.
  public let x: Int?
  /// The place among the second operand's.
  public let y: Int?
}

extension Graph {
  /// The elements of its operands that an element of a computed node is made of, term by term: the
  /// factors of each product of a matrix product, the elements a reduction goes over, the one that
  /// a rearrangement moves.
  public func origins(of node: NodeID, element: Int) -> [CellOrigin] {
    guard case .primitive(let primitive) = operation(of: node) else { return [] }
    guard let application = tensors?.application(of: node.index) else {
      return [CellOrigin(x: 0, y: primitive.arity > 1 ? 0 : nil)]
    }
    if let rule = primitive.tensorRule { return rule.origins(application, of: element) }
    let out = application.out
    return [
      CellOrigin(
        x: application.x.origin(of: element, in: out),
        y: primitive.arity > 1 ? application.y.origin(of: element, in: out) : nil)
    ]
  }
}
