import Autograd
import SceneLanguage

/// How Python writes down texts and numbers.
enum PythonText {
  /// A comment of one line; nothing in it can end the line or steer a terminal.
  static func comment(_ text: String) -> String {
    text.isEmpty ? "#" : "# " + commented(text)
  }

  /// What can stand in a comment.
  static func commented(_ text: String) -> String {
    text.sanitized.replacing("\n", with: "\\n")
  }

  /// A string literal.
  static func quoted(_ text: String) -> String {
    let inside = text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where String(scalar).sanitized != String(scalar) || scalar == "\n":
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inside)\""
  }

  private static let width = 100

  /// A number, or nested lists of numbers in rows: `[[1.0, 2.0], [3.0, 4.0]]`.
  ///
  /// - Parameter indentation: where the lines after the first begin.
  static func numbers(_ tensor: Tensor, indentation: Int) -> String {
    // Lists cannot say how long an axis is of which there is nothing.
    if tensor.elements.isEmpty {
      return "np.zeros(\(tuple(tensor.shape)))"
    }
    return list(tensor.elements[...], tensor.shape.extents[...], indentation)
  }

  /// A shape as NumPy says it: `(2, 3,)`.
  static func tuple(_ shape: Shape) -> String {
    "(" + shape.extents.map { "\($0)," }.joined(separator: " ") + ")"
  }

  // As deep as the tensor has axes, which is little.
  private static func list(
    _ elements: ArraySlice<Double>, _ extents: ArraySlice<Int>, _ indentation: Int
  ) -> String {
    guard let extent = extents.first else { return elements.first?.description ?? "" }
    let size = elements.count / extent
    let parts = (0..<extent).map { part in
      let start = elements.startIndex + part * size
      return list(elements[start..<(start + size)], extents.dropFirst(), indentation + 4)
    }
    let line = "[" + parts.joined(separator: ", ") + "]"
    if line.utf8.count + indentation <= width, !line.utf8.contains(UInt8(ascii: "\n")) {
      return line
    }
    let margin = String(repeating: " ", count: indentation)
    guard extents.count > 1 else {
      return "[\n\(wrapped(parts, indentation: indentation + 4))\n\(margin)]"
    }
    let rows = parts.map { "\(margin)    \($0),\n" }.joined()
    return "[\n\(rows)\(margin)]"
  }

  /// Entries with commas between them, as many on a line as fit.
  static func wrapped(_ entries: [String], indentation: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var line = margin
    for entry in entries {
      if line.utf8.count + entry.utf8.count + 2 > width, line != margin {
        lines.append(line)
        line = margin
      }
      line += (line == margin ? "" : " ") + entry + ","
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
