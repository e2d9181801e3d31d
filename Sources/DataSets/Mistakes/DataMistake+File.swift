extension DataMistake {
  /// What is wrong with a file that is no table.
  package enum File: Hashable, Sendable {
    /// A file of a kind that has a name, but cannot be read.
    case otherFormat(String)
    /// First bytes that are not those of IDX.
    case wrongMagic([UInt8])
    case unknownElementType(UInt8)
    case noAxes
    case shortHeader(expected: Int, found: Int)
    /// `of` is what the bytes are: pixels, labels or values.
    case wrongLength(of: String, expected: Int, found: Int)
    /// More bytes than the limit come out of a packed file.
    case tooManyBytes(limit: Int)
    /// A packed file that cannot be unpacked, and what zlib says of it.
    case damaged(String)
    case cutOff
    /// Something behind the last packed part.
    case bytesAfterEnd(Int)
  }
}

extension DataMistake.File {
  var wording: MistakeWording {
    let again = "copy or download the file again"
    return switch self {
    case .otherFormat(let name):
      MistakeWording(
        "a table in CSV or a tensor in IDX is expected", "\(name) is there",
        repair: "convert it to CSV")
    case .wrongMagic(let bytes):
      MistakeWording(
        "the bytes 00 00, with which IDX begins, are expected",
        bytes.map(\.hexadecimal).joined(separator: " ") + " is there", repair: again)
    case .unknownElementType(let byte):
      MistakeWording(
        "a type of elements is expected, 08, 09, 0B, 0C, 0D or 0E",
        "\(byte.hexadecimal) is there", repair: again)
    case .noAxes:
      MistakeWording("a tensor with 1 axis or more is expected", "it has none", repair: again)
    case .shortHeader(let expected, let found):
      MistakeWording(
        "\(expected.grouped) bytes of header are expected",
        "\(found.grouped) \(found == 1 ? "is" : "are") there", repair: again)
    case .wrongLength(let what, let expected, let found):
      MistakeWording(
        "\(expected.grouped) bytes of \(what) are expected",
        "\(found.grouped) \(found == 1 ? "is" : "are") there", repair: again)
    case .tooManyBytes(let limit):
      MistakeWording(
        "the limit is \(limit.grouped) unpacked bytes", "there are more",
        repair: "take a smaller file, or raise the limit")
    case .damaged(let reason):
      MistakeWording(
        "data packed by gzip is expected", "it is damaged (\(reason))", repair: again)
    case .cutOff:
      MistakeWording("more packed data is expected", "the file ends", repair: again)
    case .bytesAfterEnd(let count):
      MistakeWording(
        "the end of the file is expected", "\(count.grouped) more bytes are there", repair: again)
    }
  }
}
