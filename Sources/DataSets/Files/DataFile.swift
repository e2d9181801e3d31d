package import Autograd

/// The values in a file of data.
package enum DataFile: Hashable, Sendable {
  /// From CSV.
  case table(NumberTable)
  /// From IDX.
  case tensor(Tensor)
}

extension DataFile {
  /// Reads CSV or IDX, packed by gzip or not.
  ///
  /// ```swift
  /// try DataFile.read(name: "train-images-idx3-ubyte.gz", bytes: bytes, limit: 1 << 31)
  /// // .tensor of shape (60000, 784)
  /// ```
  ///
  /// What a file is, its first bytes say; the name decides only where they say nothing.
  ///
  /// - Parameters:
  ///   - limit: how many bytes the values may take, eight a number, and what is unpacked on the way.
  ///   - flattensImages: as for `IDXReader`.
  package static func read(
    name: String, bytes: [UInt8], limit: Int, flattensImages: Bool = true
  ) throws(DataMistake) -> DataFile {
    guard Gzip.isPacked(bytes) else {
      return try unpacked(name: name, bytes: bytes, limit: limit, flattensImages: flattensImages)
    }
    let content = try Gzip.inflate(bytes, limit: limit)
    do throws(DataMistake) {
      return try unpacked(name: name, bytes: content, limit: limit, flattensImages: flattensImages)
    } catch {
      throw error.unpacked
    }
  }

  private static func unpacked(
    name: String, bytes: [UInt8], limit: Int, flattensImages: Bool
  ) throws(DataMistake) -> DataFile {
    if let format = FileFormat(bytes) {
      throw DataMistake(
        .file(.otherFormat(format.description)), at: DataMistake.Place(offset: 0))
    }
    if bytes.starts(with: [0, 0]) || isNamedIDX(name) {
      return .tensor(
        try IDXReader.read(bytes, limit: limit, flattensImages: flattensImages))
    }
    return .table(try CSVReader.read(bytes, limit: limit))
  }

  /// As MNIST's files are: `t10k-labels-idx1-ubyte`.
  private static func isNamedIDX(_ name: String) -> Bool {
    let parts = name.split { "-._/".contains($0) }.suffix(3)
    return parts.contains { $0.hasPrefix("idx") && $0.count <= 4 } && !parts.contains("csv")
  }
}

/// Files that are taken for data, and that cannot be read; known by their first bytes.
private struct FileFormat: CustomStringConvertible {
  let description: String

  init?(_ bytes: [UInt8]) {
    guard let row = Self.table.first(where: { bytes.starts(with: $0.magic) }) else { return nil }
    description = row.name
  }

  private static let table: [(magic: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a spreadsheet"),
    ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy array"),
    ([0x50, 0x41, 0x52, 0x31], "a Parquet file"),
    ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
    ([0x42, 0x5A, 0x68], "a file packed by bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file packed by xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd"),
    ([0x1F, 0x8B], "a file packed by gzip twice"),
    ([0xFF, 0xFE], "text in UTF-16"),
    ([0xFE, 0xFF], "text in UTF-16"),
  ]
}
