extension Tensor {
  /// The numbers as a scene has them, on one line: `[[1, 2], [3, 4]]`, `2.5`, `zeros(0, 3)`.
  package var sceneSpelling: String {
    // Lists cannot say how long an axis is of which there is nothing.
    if elements.isEmpty {
      return "zeros(\(shape.extents.map { "\($0)" }.joined(separator: ", ")))"
    }
    var text = ""
    var place = elements.startIndex
    // As deep as the tensor has axes.
    func write(axis: Int) {
      guard axis < shape.rank else {
        text += elements[place].sceneSpelling
        place += 1
        return
      }
      text += "["
      for index in 0..<shape.extents[axis] {
        if index > 0 { text += ", " }
        write(axis: axis + 1)
      }
      text += "]"
    }
    write(axis: 0)
    return text
  }
}

extension Double {
  fileprivate var sceneSpelling: String {
    if isNaN { return "0/0" }
    if isInfinite { return self < 0 ? "-1/0" : "1/0" }
    return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}
