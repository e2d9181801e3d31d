import Autograd

extension GraphImport {
  /// What the members of a node say, with the places of those that can be wrong together.
  private struct Members {
    var id: (value: Int, range: SourceRange)?
    var name: String?
    var operation: (name: String, range: SourceRange)?
    var operands: (ids: [Int], ranges: [SourceRange], range: SourceRange)?
    var value: Double?
    var gradient: Double?
    var keys: [String] = []
    /// Whether one of them is of the wrong type, and was reported.
    var isBroken = false
  }

  mutating func readNode(_ reader: inout JSONReader) throws(JSONReader.Stop) {
    let kind = reader.kind()
    let start = reader.offset
    guard kind == .object else {
      let range = try reader.skipValue()
      return mistakes.report(.wrongValue, at: range, "a node", "an object")
    }
    var members = Members()
    let before = mistakes.count
    try reader.members { reader, key throws(JSONReader.Stop) in
      members.keys.append(key.name)
      try readMember(&reader, key, into: &members)
    }
    members.isBroken = mistakes.count > before
    append(members, at: start)
  }

  private mutating func readMember(
    _ reader: inout JSONReader, _ key: JSONReader.Key, into members: inout Members
  ) throws(JSONReader.Stop) {
    _ = reader.peek()
    let start = reader.offset
    func range(_ reader: JSONReader) -> SourceRange {
      SourceRange(start: start, end: reader.offset)
    }
    switch key.name {
    case "id":
      if let id = try readWholeNumber(&reader, "'id'") { members.id = (id, range(reader)) }
    case "name": members.name = try readString(&reader, key)
    case "operation":
      if let name = try readString(&reader, key) { members.operation = (name, range(reader)) }
    case "operands":
      let (ids, ranges) = try readIDs(&reader, key)
      members.operands = (ids, ranges, range(reader))
    case "value": members.value = try readNumber(&reader, key)
    case "gradient": members.gradient = try readNumber(&reader, key)
    case "shape": try readShape(&reader, key)
    default: try reader.skipValue()
    }
  }

  /// Records a node. One with a mistake is there for the nodes that use it.
  private mutating func append(_ members: Members, at start: Int) {
    let node = recorded(members, at: start) ?? graph.constant(0)
    notes.append(Note(name: members.name, value: members.value, gradient: members.gradient))
    guard let id = members.id else {
      if !members.isBroken { reportMissing("id", among: members.keys, at: start) }
      return
    }
    if nodesByID.updateValue(node, forKey: id.value) != nil {
      mistakes.report(.repeatedID, at: id.range, "\(id.value)")
    }
  }

  private mutating func recorded(_ members: Members, at start: Int) -> NodeID? {
    guard let operation = members.operation else {
      if !members.isBroken { reportMissing("operation", among: members.keys, at: start) }
      return nil
    }
    switch operation.name {
    case "input": return leafValue(members, at: start).map { graph.input($0) }
    case "parameter": return leafValue(members, at: start).map { graph.parameter($0) }
    case "constant": return leafValue(members, at: start).map { graph.constant($0) }
    default: break
    }
    guard let primitive = Primitive.named(operation.name), primitive.isElementwise else {
      mistakes.report(
        .unknownOperation, at: operation.range, operation.name, Self.nearest(to: operation.name))
      return nil
    }
    return operands(of: members, for: primitive, at: start).map { operands in
      graph.apply(primitive, operands[0], operands.count > 1 ? operands[1] : nil)
    }
  }

  /// The operation that was probably meant: `relu` for `ReLU`, `add` for `+`.
  private static func nearest(to name: String) -> String {
    let names = ["input", "parameter", "constant"] + Primitive.elementwise.map(\.name)
    let small = name.lowercased()
    let sign = Primitive.elementwise.first { primitive in
      guard case .infix(let sign, _) = primitive.notation else { return false }
      return sign == name
    }
    if names.contains(small) { return small }
    return sign?.name ?? Spelling.nearest(to: small, among: names) ?? ""
  }

  private mutating func leafValue(_ members: Members, at start: Int) -> Double? {
    if members.value == nil, !members.isBroken {
      reportMissing("value", among: members.keys, at: start)
    }
    return members.value
  }

  private mutating func operands(
    of members: Members, for primitive: Primitive, at start: Int
  ) -> [NodeID]? {
    guard let operands = members.operands else {
      if !members.isBroken { reportMissing("operands", among: members.keys, at: start) }
      return nil
    }
    guard !members.isBroken else { return nil }
    guard operands.ids.count == primitive.arity else {
      mistakes.report(
        .argumentCount, at: operands.range, primitive.name,
        Parser.counted(primitive.arity...primitive.arity, given: operands.ids.count))
      return nil
    }
    var nodes: [NodeID] = []
    for (id, range) in zip(operands.ids, operands.ranges) {
      guard let node = nodesByID[id] else {
        mistakes.report(.operandNotBefore, at: range, "\(id)")
        return nil
      }
      nodes.append(node)
    }
    return nodes
  }

  /// A key that has to be there is not; perhaps another one was meant to be it.
  mutating func reportMissing(_ key: String, among keys: [String], at start: Int) {
    mistakes.report(
      .missingKey, at: SourceRange(start: start, end: start + 1), key,
      Spelling.nearest(to: key, among: keys) ?? "")
  }
}
