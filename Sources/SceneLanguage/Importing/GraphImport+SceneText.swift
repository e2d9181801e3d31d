import Autograd

extension GraphImport {
  /// The graph as a scene: a title, a statement for each node, and what was stated as expectations.
  func sceneText(output: NodeID) -> String {
    let names = sceneNames()
    let statements = graph.sceneText(output: output, names: names).split(separator: "\n")
    var lines = ["# \(heading)", ""]
    for (node, statement) in statements.enumerated() {
      let name = node < notes.count ? notes[node].name ?? "" : ""
      let isRenamed = !name.isEmpty && names[NodeID(node)] != name
      lines.append(statement + (isRenamed ? "  # \(Self.line(name))" : ""))
    }
    let expectations = expectations(names: names, output: output)
    if !expectations.isEmpty { lines += [""] + expectations }
    return lines.separated(by: "\n") + "\n"
  }

  private var heading: String {
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return Self.line(title.isEmpty ? "A graph from \(name)" : title)
  }

  /// A text in which nothing ends a line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map(String.init).separated(by: " ").sanitized
  }

  /// What the other program computed for the nodes with a name. What is not finite is left out, and
  /// so is the gradient of a constant, and a 0 where no gradient ever arrives.
  private func expectations(names: [NodeID: String], output: NodeID) -> [String] {
    let receives = graph.receivesGradient(from: output)
    var lines: [String] = []
    for (node, note) in zip(graph.nodes, notes) {
      guard let name = names[node] else { continue }
      let operation = graph.operation(of: node)
      if !operation.isLeaf, let value = note.value, Self.isExpected(value) {
        lines.append("expect \(name) = \(value.sceneSpelling)")
      }
      if operation != .constant, let gradient = note.gradient, Self.isExpected(gradient),
        receives[node.index] || gradient.elements.contains(where: { $0 != 0 })
      {
        lines.append("expect grad(\(name)) = \(gradient.sceneSpelling)")
      }
    }
    return lines
  }

  private static func isExpected(_ tensor: Tensor) -> Bool {
    !tensor.elements.isEmpty && tensor.elements.allSatisfy(\.isFinite)
  }

  /// A name of the scene language for every node that has a name, its own where it can.
  private func sceneNames() -> [NodeID: String] {
    var names: [NodeID: String] = [:]
    var taken: Set<String> = []
    var others: [(node: Int, name: String)] = []
    for (node, note) in notes.enumerated() {
      guard let name = note.name else { continue }
      if name.isSceneName, taken.insert(name).inserted {
        names[NodeID(node)] = name
      } else {
        others.append((node, Self.spelled(name)))
      }
    }
    var counts: [String: Int] = [:]
    for (node, name) in others {
      var candidate = name
      while !taken.insert(candidate).inserted {
        counts[name, default: 1] += 1
        candidate = "\(name)_\(counts[name, default: 1])"
      }
      names[NodeID(node)] = candidate
    }
    return names
  }

  /// A name as near to the text as there is: `net.0.w` becomes `net_0_w`, `exp` becomes `exp_`.
  private static func spelled(_ text: String) -> String {
    var scalars = NameScalars()
    let letters = text.unicodeScalars.map { scalars.isRest($0) ? $0 : "_" }
    let name = String(String.UnicodeScalarView(letters))
    return [name, name + "_"].first(where: \.isSceneName) ?? "n" + name
  }
}
