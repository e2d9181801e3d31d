import Autograd

/// What stands for itself in the machine-readable output.
protocol JSONRepresentable {
  func write(to json: inout JSONWriter)
}

extension Double: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.number(self) }
}

extension Int: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.scalar(String(self)) }
}

extension Bool: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.scalar(self ? "true" : "false") }
}

extension String: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.string(self) }
}

extension NodeID: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.scalar(String(rawValue)) }
}

/// Nested arrays, row major; a number where there are no axes.
extension Tensor: JSONRepresentable {
  func write(to json: inout JSONWriter) {
    var place = elements.startIndex
    func write(axis: Int, to json: inout JSONWriter) {
      guard axis < shape.rank else {
        json.number(elements[place])
        place += 1
        return
      }
      json.array(count: shape.extents[axis]) { write(axis: axis + 1, to: &$0) }
    }
    write(axis: 0, to: &json)
  }
}

extension Optional: JSONRepresentable where Wrapped: JSONRepresentable {
  func write(to json: inout JSONWriter) {
    guard let self else { return json.scalar("null") }
    self.write(to: &json)
  }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.array(self) }
}
