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

extension Optional: JSONRepresentable where Wrapped: JSONRepresentable {
  func write(to json: inout JSONWriter) {
    guard let self else { return json.scalar("null") }
    self.write(to: &json)
  }
}

extension Array: JSONRepresentable where Element: JSONRepresentable {
  func write(to json: inout JSONWriter) { json.array(self) }
}
