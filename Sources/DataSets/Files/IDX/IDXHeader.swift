import Autograd

/// The front of an IDX file, as described with the MNIST database: two bytes of 0, the type of the
/// elements, the number of axes, and the extent of each axis in four bytes, the highest first.
struct IDXHeader: Hashable {
  let element: IDXElement
  let extents: [Int]

  /// How many bytes it takes.
  var size: Int { Self.fixedSize + 4 * extents.count }

  private static let fixedSize = 4

  init(_ bytes: [UInt8]) throws(DataMistake) {
    try Self.demand(Self.fixedSize, of: bytes)
    guard bytes[0] == 0, bytes[1] == 0 else {
      throw DataMistake(
        .file(.wrongMagic(Array(bytes.prefix(2)))), at: DataMistake.Place(offset: 0))
    }
    guard let element = IDXElement(rawValue: bytes[2]) else {
      throw DataMistake(.file(.unknownElementType(bytes[2])), at: DataMistake.Place(offset: 2))
    }
    let rank = Int(bytes[3])
    guard rank > 0 else {
      throw DataMistake(.file(.noAxes), at: DataMistake.Place(offset: 3))
    }
    try Self.demand(Self.fixedSize + 4 * rank, of: bytes)
    self.element = element
    extents = (0..<rank).map { axis in
      bytes[(Self.fixedSize + 4 * axis)...].prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private static func demand(_ size: Int, of bytes: [UInt8]) throws(DataMistake) {
    guard bytes.count >= size else {
      throw DataMistake(
        .file(.shortHeader(expected: size, found: bytes.count)),
        at: DataMistake.Place(offset: bytes.count))
    }
  }
}

/// The types of elements that IDX has, by their byte.
enum IDXElement: UInt8 {
  case unsignedByte = 0x08
  case byte = 0x09
  case short = 0x0B
  case int = 0x0C
  case float = 0x0D
  case double = 0x0E

  /// How many bytes one takes.
  var size: Int {
    switch self {
    case .unsignedByte, .byte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }
}
