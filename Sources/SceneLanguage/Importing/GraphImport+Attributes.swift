import Autograd

extension GraphImport {
  /// What a primitive is told beside its operands: what the node says, or else what its shape
  /// leaves no choice about; nil, and reported, where that is not enough.
  mutating func attribute(
    of primitive: Primitive, _ x: NodeID, _ y: NodeID?, _ members: Members
  ) -> Attribute? {
    let name = primitive.name
    // Most nodes of most graphs are numbers.
    if primitive.isElementwise, members.axis == nil, members.places == nil { return Attribute.none }
    let takesAxis = BuiltIn.all.contains { $0.name == name && $0.named.contains("axis") }
    if let axis = members.axis, !takesAxis {
      mistakes.report(.unknownArgument, at: axis.range, name, "axis")
      return nil
    }
    if let places = members.places, name != "index" {
      mistakes.report(.unknownArgument, at: places.range, name, "places")
      return nil
    }
    switch name {
    case "index": return needed(members.places?.value, "places", members).map { .places($0) }
    case "reshape":
      return needed(members.shape?.value, "shape", members).map { .extents($0.extents) }
    case "one_hot": return needed(members.shape, "shape", members).flatMap { classes($0) }
    case _ where takesAxis: return axis(of: primitive, x, y, members)
    default: return Attribute.none
    }
  }

  private mutating func needed<Value>(
    _ value: Value?, _ key: String, _ members: Members
  ) -> Value? {
    if value == nil { reportMissing(key, among: members.keys, at: members.start) }
    return value
  }

  private mutating func classes(_ shape: (value: Shape, range: SourceRange)) -> Attribute? {
    if let count = shape.value.extents.last, (1...1_000_000).contains(count) {
      return .count(count)
    }
    mistakes.report(
      .wrongValue, at: shape.range, "the number of classes", "a whole number from 1 to 1,000,000")
    return nil
  }

  /// The axis that is named. Where none is, it is left out as in a scene, if that gives the stated
  /// shape, or else it is the only axis that does.
  private mutating func axis(
    of primitive: Primitive, _ x: NodeID, _ y: NodeID?, _ members: Members
  ) -> Attribute? {
    if let axis = members.axis { return .axis(axis.value) }
    guard let stated = members.shape?.value else { return .axis(nil) }
    func gives(_ attribute: Attribute) -> Bool {
      (try? graph.shape(of: primitive, x, y, attribute: attribute)) == stated
    }
    if gives(.axis(nil)) { return .axis(nil) }
    let axes = (0..<graph.shape(of: x).rank).filter { gives(.axis($0)) }
    guard axes.count > 1 else { return .axis(axes.first) }
    reportMissing("axis", among: members.keys, at: members.start)
    return nil
  }
}
