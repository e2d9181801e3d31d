import Autograd
import SceneLanguage

/// Writes how one element of a value comes about.
struct ValueCell {
  let run: Run
  let names: CellNames
  let digits: Digits

  /// Nil for a leaf.
  func sum(_ element: Int, of node: NodeID) -> CellSum? {
    guard case .primitive(let primitive) = run.scene.graph.operation(of: node) else { return nil }
    let operands = Array(run.scene.graph.operands(of: node))
    let origins = run.origins(element, of: node)
    let parts =
      primitive == .matmul
      ? product(origins, operands)
      : primitive.isElementwise
        ? elementwise(primitive, origins, operands, of: node)
        : gathered(primitive, origins, operands, of: node)
    return CellSum(
      left: names.name(of: node, element), relation: "=", rule: parts.rule,
      numbers: parts.numbers, count: origins.count, total: run.element(element, of: node),
      words: parts.words, lit: lit(origins, operands), digits: digits)
  }

  private typealias Parts = (rule: String, numbers: String, words: String)

  /// `Σ_k X[1, k]·W[k, 0]`.
  private func product(_ origins: [CellOrigin], _ operands: [NodeID]) -> Parts {
    guard let first = origins.first, let last = origins.last, let x = first.x, let y = first.y,
      let lastX = last.x, let lastY = last.y
    else { return ("0", "", "There is nothing to add up.") }
    let rule =
      names.name(of: operands[0], from: x, to: lastX, letters: []) + "·"
      + names.name(of: operands[1], from: y, to: lastY, letters: [])
    let terms = CellWriting.shown(of: origins.count).map { place in
      "\(number(origins[place].x, operands[0]))·\(number(origins[place].y, operands[1]))"
    }
    let (left, right) = (run.shape(of: operands[0]), run.shape(of: operands[1]))
    let words =
      left.rank == 2 && right.rank == 2
      ? "Row \(x / left.columns) of \(run.labels[operands[0]]) times "
        + "column \(y % right.columns) of \(run.labels[operands[1]])."
      : ""
    return (
      origins.count > 1 ? "Σ_k \(rule)" : rule,
      CellWriting.joined(terms, of: origins.count), words
    )
  }

  private func elementwise(
    _ primitive: Primitive, _ origins: [CellOrigin], _ operands: [NodeID], of node: NodeID
  ) -> Parts {
    guard let origin = origins.first else { return ("", "", "") }
    let places = [origin.x, origin.y]
    let read = operands.indices.compactMap { slot in
      places[slot].map { (operands[slot], $0) }
    }
    let symbols = Expression.applying(
      primitive, to: read.map { .name(names.name(of: $0.0, $0.1)) })
    let numbers = Expression.applying(
      primitive,
      to: read.map {
        let value = run.element($0.1, of: $0.0)
        return .number(value, shown: NumberText.text(of: value, digits: digits))
      })
    let shape = run.shape(of: node)
    let stretched = operands.filter { run.shape(of: $0) != shape }.map {
      "\(run.labels[$0]) \(run.shape(of: $0)) is copied to \(shape)."
    }
    return (
      symbols.text(.mathematical), numbers.text(.mathematical), stretched.joined(separator: " ")
    )
  }

  /// What a reduction goes over, or what is moved.
  private func gathered(
    _ primitive: Primitive, _ origins: [CellOrigin], _ operands: [NodeID], of node: NodeID
  ) -> Parts {
    let read = origins.compactMap { origin -> (NodeID, Int)? in
      if let x = origin.x { return (operands[0], x) }
      return origin.y.flatMap { y in operands.count > 1 ? (operands[1], y) : nil }
    }
    guard read.count != 1 || run.shape(of: node).count == 1 else {
      let name = names.name(of: read[0].0, read[0].1)
      return (name, "", "\(name) is moved here, unchanged.")
    }
    let shown = CellWriting.shown(of: read.count)
    let symbols = shown.map { names.name(of: read[$0].0, read[$0].1) }
    let numbers = shown.map {
      NumberText.text(of: run.element(read[$0].1, of: read[$0].0), digits: digits)
    }
    func written(_ parts: [String]) -> String {
      switch primitive.name {
      case "sum": CellWriting.joined(parts, of: read.count)
      case "mean": "(\(CellWriting.joined(parts, of: read.count))) / \(read.count)"
      default: "\(primitive.name)(\(CellWriting.joined(parts, of: read.count, by: ", ")))"
      }
    }
    return (written(symbols), written(numbers), "")
  }

  private func number(_ place: Int?, _ node: NodeID) -> String {
    place.map { NumberText.text(of: run.element($0, of: node), digits: digits) } ?? ""
  }

  private func lit(_ origins: [CellOrigin], _ operands: [NodeID]) -> [CellSum.Lit] {
    let places = [origins.compactMap(\.x), origins.compactMap(\.y)]
    return operands.indices.filter { !places[$0].isEmpty }.map {
      CellSum.Lit(node: operands[$0], field: .data, elements: CellWriting.thinned(places[$0]))
    }
  }
}
