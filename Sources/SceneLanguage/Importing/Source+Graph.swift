extension Source {
  /// Whether the text is a graph in JSON and no scene: no statement begins with a bracket.
  var isGraph: Bool {
    let bytes = text.utf8
    let first = bytes.first { byte in
      !" \n\r\t".utf8.contains(byte) && !"\u{FEFF}".utf8.contains(byte)
    }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
