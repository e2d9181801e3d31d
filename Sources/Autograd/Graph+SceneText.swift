extension Graph {
  /// The graph as a scene: a text of one statement a node, which `backprop-tui` opens.
  ///
  /// ```swift
  /// print(tape.graph.sceneText(output: L, names: [x: "x"]))
  /// // x = 2
  /// // v1 = x * x
  /// // output v1
  /// ```
  ///
  /// A node goes by its name where that is a letter followed by letters, digits and `_` and no
  /// other node has it, else by `v` and its index. Infinity is written `1/0` and nan `0/0`, a
  /// tensor as lists of its numbers, without a line break.
  /// O(nodes and numbers in leaves).
  public func sceneText(output: NodeID, names: [NodeID: String] = [:]) -> String {
    let labels = sceneLabels(names)
    var lines = nodes.map { node in
      "\(statementStart(of: node, labels)) = \(rightSide(of: node, labels))"
    }
    lines.append("output \(labels[output.index])")
    return lines.joined(separator: "\n") + "\n"
  }

  private func sceneLabels(_ names: [NodeID: String]) -> [String] {
    var uses: [String: Int] = [:]
    for name in names.values { uses[name, default: 0] += 1 }
    let isFree = { (name: String) in uses[name] == nil }
    return nodes.map { node in
      if let name = names[node], uses[name] == 1, name.isSceneName { return name }
      var label = "v\(node.rawValue)"
      while !isFree(label) { label += "_" }
      return label
    }
  }

  private func statementStart(of node: NodeID, _ labels: [String]) -> String {
    switch operation(of: node) {
    case .parameter: "param \(labels[node.index])"
    case .constant: "const \(labels[node.index])"
    case .input, .primitive: labels[node.index]
    }
  }

  private func rightSide(of node: NodeID, _ labels: [String]) -> String {
    guard case .primitive(let primitive) = operation(of: node) else {
      return leafTensor(of: node)?.sceneSpelling ?? ""
    }
    let operands = operands(of: node).map { labels[$0.index] }
    switch primitive.notation {
    case .infix(let sign, _): return operands.joined(separator: " \(sign) ")
    case .prefix(let sign): return sign + operands.joined()
    case .call: return attribute(of: node).sceneCall(of: primitive.name, operands)
    }
  }
}

extension Tape {
  /// What was recorded as a scene, nodes by the names given with `named`.
  public func sceneText(output: NodeID) -> String {
    let names = Dictionary(names.map { ($0.node, $0.name) }, uniquingKeysWith: { $1 })
    return graph.sceneText(output: output, names: names)
  }
}

extension String {
  /// Whether the scene language reads it as one name, whatever its words are.
  package var isSceneName: Bool {
    guard let first = unicodeScalars.first, first.properties.isXIDStart else { return false }
    let words: Set<String> = [
      "param", "const", "def", "fold", "output", "expect", "train", "return", "pi",
    ]
    let subscripts: ClosedRange<Unicode.Scalar> = "\u{2080}"..."\u{2089}"
    let areInNames = unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return subscripts.contains(scalar)
        || properties.isXIDContinue && !properties.isDefaultIgnorableCodePoint && scalar != "\u{B7}"
    }
    return areInNames && !words.contains(self) && Primitive.named(self)?.isElementwise != true
  }
}
