import Playback

/// Writes JSON with the keys in the order in which they are given.
///
/// It is our own because Foundation's encoder sorts or shuffles keys, refuses infinities, and
/// would cost more at every start than the rest of the program.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.member("id", 0); $0.member("value", 0.5) }   // {"id": 0, "value": 0.5}
/// ```
struct JSONWriter {
  private(set) var text = ""
  private var isFirst = true

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  mutating func member(_ key: String, _ value: some JSONRepresentable) {
    name(key)
    value.write(to: &self)
  }

  /// A member whose value is an array with every element on a line of its own, so that text tools
  /// can count and compare them. What is written so far goes to `stream`, element by element.
  mutating func member<Elements: Sequence>(
    _ key: String, lines elements: Elements, to stream: inout some TextOutputStream,
    _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    name(key)
    open("[")
    for each in elements {
      text += isFirst ? "\n  " : ",\n  "
      isFirst = true
      element(&self, each)
      drain(to: &stream)
    }
    text += isFirst ? "" : "\n"
    close("]")
  }

  mutating func array<Element: JSONRepresentable>(_ elements: [Element]) {
    open("[")
    for element in elements { element.write(to: &self) }
    close("]")
  }

  /// An array of so many elements, each written by `element`.
  mutating func array(count: Int, _ element: (inout JSONWriter) -> Void) {
    open("[")
    for _ in 0..<count { element(&self) }
    close("]")
  }

  mutating func number(_ value: Double) {
    let digits = NumberText.text(of: value, digits: .all)
    scalar(value.isFinite ? digits : "\"\(digits)\"")
  }

  /// A value whose text is its own JSON.
  mutating func scalar(_ value: String) {
    separate()
    text += value
  }

  mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
  }

  /// Hands over what is written so far.
  mutating func drain(to stream: inout some TextOutputStream) {
    stream.write(text)
    text.removeAll(keepingCapacity: true)
  }

  mutating func name(_ key: String) {
    separate()
    text += "\"\(key)\": "
    isFirst = true
  }

  private mutating func open(_ bracket: String) {
    separate()
    text += bracket
    isFirst = true
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { text += ", " }
    isFirst = false
  }
}

extension JSONWriter {
  /// Escapes what JSON must and what a terminal would obey or hide, should the output end in one.
  private mutating func appendQuoted(_ value: String) {
    text += "\""
    if value.utf8.allSatisfy(Self.isPlain) {
      text += value
    } else {
      for scalar in value.unicodeScalars { append(scalar) }
    }
    text += "\""
  }

  /// Letters, digits and the like: what most strings are made of.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\t": text += "\\t"
    case _ where Self.needsEscape(scalar):
      for unit in UTF16.encode(scalar) ?? .init() { text += Self.escape(unit) }
    default: text.unicodeScalars.append(scalar)
    }
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
