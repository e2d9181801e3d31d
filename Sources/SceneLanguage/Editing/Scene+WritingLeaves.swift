package import Autograd

extension Scene {
  /// Why the values of some leaves could not be written into the text, whatever they become; nil
  /// where they can.
  ///
  /// - Parameter limit: the most bytes the text may have.
  package func obstacle(toWriting leaves: [NodeID], limit: Int) -> EditRefusal? {
    let homeless = leaves.filter { details[$0.index].literal == nil }
    if let first = homeless.first {
      let isInLayer = details[first.index].group >= 0
      return .withoutLines(homeless.map(name), line: line(of: first), isInLayer: isInLayer)
    }
    var bytes = source.text.utf8.count
    for leaf in leaves {
      guard let literal = details[leaf.index].literal else { continue }
      let shape = graph.shape(of: leaf)
      if LeafText(of: literal, shape: shape, in: source).hidesComment {
        return .commentInside(name(of: leaf), line: line(of: leaf))
      }
      bytes += shape.count * (Self.longestNumber + 2 + 2 * shape.rank)
    }
    return bytes <= limit ? nil : .tooLong(bytes, limit: limit)
  }

  /// The text with other values for some leaves, each number with the fewest digits that read back
  /// to it. Of a list that writes out its numbers only they change, so that its lines and comments
  /// stay; anything else, such as `randn(3, 2)`, becomes a list. A leaf that has its value already
  /// stays as it is.
  ///
  /// Bytes are not counted here, see `obstacle(toWriting:limit:)`.
  package func writing(
    _ leaves: [(node: NodeID, tensor: Tensor)]
  ) -> Result<Source, EditRefusal> {
    var replacements: [(range: SourceRange, text: String)] = []
    for (node, tensor) in leaves where graph.leafTensor(of: node)?.hasSameBits(as: tensor) != true {
      guard let literal = details[node.index].literal else { return .failure(.withoutText) }
      if let wrong = tensor.elements.first(where: { !$0.isFinite }) {
        return .failure(.notFinite(name(of: node), wrong))
      }
      let text = LeafText(of: literal, shape: tensor.shape, in: source)
      if text.isWrittenOut {
        replacements += zip(text.places, tensor.elements).map { ($0, $1.shortestSpelling) }
      } else {
        replacements.append((literal, tensor.sceneSpelling))
      }
    }
    return .success(source.replacing(replacements.sorted { $0.range.start < $1.range.start }))
  }

  /// `-2.2250738585072014e-308`
  private static let longestNumber = 24

  private func name(of node: NodeID) -> String { details[node.index].name ?? "v\(node.index)" }
}

extension Source {
  /// The text with the characters of some ranges replaced, which are in order and apart.
  fileprivate func replacing(_ replacements: [(range: SourceRange, text: String)]) -> Source {
    let bytes = Array(text.utf8)
    var (written, place) = ([UInt8](), 0)
    written.reserveCapacity(bytes.count)
    for (range, text) in replacements {
      written += bytes[place..<range.start]
      written += text.utf8
      place = range.end
    }
    written += bytes[place...]
    return Source(name: name, text: String(decoding: written, as: UTF8.self))
  }
}

extension Tensor {
  /// The same shape and, bit by bit, the same numbers.
  package func hasSameBits(as other: Tensor) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}
