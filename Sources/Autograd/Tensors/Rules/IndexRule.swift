/// Some of the elements: `x[0]`, `X[:, 1:3]`. The gradient goes back to their places.
struct IndexRule: RearrangementRule {
  func application(
    x: Shape, y: Shape, attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    guard case .places(let asked) = attribute, asked.count <= x.rank else {
      if case .places(let asked) = attribute { throw .indices(asked.count, x) }
      throw .indices(0, x)
    }
    var places: [Attribute.Place] = []
    var extents: [Int] = []
    for axis in 0..<x.rank {
      let extent = x.extents[axis]
      switch axis < asked.count ? asked[axis] : .range(start: nil, end: nil) {
      case .at(let number):
        guard number >= -extent, number < extent else {
          throw .index(number, axis: axis, x)
        }
        places.append(.at(number < 0 ? number + extent : number))
      case .range(let start, let end):
        let first = Self.bound(start ?? 0, extent)
        let last = max(first, Self.bound(end ?? extent, extent))
        places.append(.range(start: first, end: last))
        extents.append(last - first)
      }
    }
    return Application(x: x, out: Shape(extents), attribute: .places(places))
  }

  /// A bound of a range, which may lie outside: then the range ends with the axis.
  private static func bound(_ number: Int, _ extent: Int) -> Int {
    number < 0 ? max(0, number + extent) : min(number, extent)
  }

  func places(_ application: Application) -> Places {
    guard case .places(let places) = application.attribute else {
      return Places(extents: [0], strides: [1], start: 0)
    }
    var start = 0
    var strides: [Int] = []
    for (place, stride) in zip(places, application.x.strides) {
      switch place {
      case .at(let number): start += number * stride
      case .range(let first, _):
        start += (first ?? 0) * stride
        strides.append(stride)
      }
    }
    return Places(extents: application.out.extents, strides: strides, start: start)
  }
}
