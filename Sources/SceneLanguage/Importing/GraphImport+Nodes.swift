import Autograd

extension GraphImport {
  /// What the members of a node say, with the places of those that can be wrong together.
  struct Members {
    /// Where the node begins.
    let start: Int
    var id: (value: Int, range: SourceRange)?
    var name: String?
    var operation: (name: String, range: SourceRange)?
    var operands: (ids: [Int], ranges: [SourceRange], range: SourceRange)?
    var shape: (value: Shape, range: SourceRange)?
    var value: NestedNumbers?
    var gradient: NestedNumbers?
    var axis: (value: Int, range: SourceRange)?
    var places: (value: [Attribute.Place], range: SourceRange)?
    var keys: [String] = []
    /// Whether one of them is of the wrong type, and was reported.
    var isBroken = false
  }

  mutating func readNode(_ reader: inout JSONReader) throws(JSONReader.Stop) {
    let kind = reader.kind()
    guard kind == .object else {
      let range = try reader.skipValue()
      return mistakes.report(.wrongValue, at: range, "a node", "an object")
    }
    var members = Members(start: reader.offset)
    let before = mistakes.count
    try reader.members { reader, key throws(JSONReader.Stop) in
      members.keys.append(key.name)
      try readMember(&reader, key, into: &members)
    }
    members.isBroken = mistakes.count > before
    append(members)
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
    case "value": members.value = try readNumbers(&reader, key)
    case "gradient": members.gradient = try readNumbers(&reader, key)
    case "shape": members.shape = try readShape(&reader, key).map { ($0, range(reader)) }
    case "axis": members.axis = try readAxis(&reader).map { ($0, range(reader)) }
    case "places": members.places = try readPlaces(&reader, key).map { ($0, range(reader)) }
    default: try reader.skipValue()
    }
  }

  /// Records a node. One with a mistake is there for the nodes that use it.
  private mutating func append(_ members: Members) {
    var note = Note(name: members.name)
    let node: NodeID
    if let recorded = recorded(members) {
      node = recorded
      let shape = graph.shape(of: node)
      note.value = tensor(members.value, of: shape, "'value'")
      note.gradient = tensor(members.gradient, of: shape, "'gradient'")
    } else {
      node = graph.constant(0)
      brokenNodes.insert(node)
    }
    notes.append(note)
    guard let id = members.id else {
      if !members.isBroken { reportMissing("id", among: members.keys, at: members.start) }
      return
    }
    if nodesByID.updateValue(node, forKey: id.value) != nil {
      mistakes.report(.repeatedID, at: id.range, "\(id.value)")
    }
  }
}
