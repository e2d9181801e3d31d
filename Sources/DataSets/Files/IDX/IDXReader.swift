package import Autograd

/// Reads tensors in IDX, the format of the MNIST database.
///
/// Unsigned bytes with two axes or more are images: their values are divided by 255, so that they lie
/// between 0 and 1. Labels, and numbers of any other type, stay what they are.
package enum IDXReader {
  /// - Parameters:
  ///   - limit: how many bytes the values may take, eight a number.
  ///   - flattensImages: whether the axes after the first become one, so that 60,000 images of 28 by 28
  ///     have the shape (60000, 784).
  /// - Throws: the first mistake in the file.
  package static func read(
    _ bytes: [UInt8], limit: Int, flattensImages: Bool = true
  ) throws(DataMistake) -> Tensor {
    let header = try IDXHeader(bytes)
    let limit = ByteLimit(bytes: limit)
    let shape = try shape(of: header, in: bytes, limit: limit)
    let values = Tensor(filling: shape) { numbers in
      bytes.withUnsafeBytes { raw in
        let elements = UnsafeRawBufferPointer(rebasing: raw[header.size...])
        fill(numbers, with: elements, of: header.element, isImage: shape.rank > 1)
      }
    }
    guard flattensImages, shape.rank > 2 else { return values }
    let images = shape.extents[0]
    let pixels = shape.extents.dropFirst().reduce(1, *)
    return values.reshaped(Shape([images, pixels]))
  }

  /// The shape that the header says, if as many elements follow and there is room for them.
  private static func shape(
    of header: IDXHeader, in bytes: [UInt8], limit: ByteLimit
  ) throws(DataMistake) -> Shape {
    let found = bytes.count - header.size
    let size = Shape(checking: header.extents)?.count
      .multipliedReportingOverflow(by: header.element.size)
    if let size, !size.overflow, size.partialValue != found {
      let isByte = header.element == .unsignedByte
      let what = !isByte ? "values" : header.extents.count > 1 ? "pixels" : "labels"
      throw DataMistake(
        .file(.wrongLength(of: what, expected: size.partialValue, found: found)),
        at: DataMistake.Place(offset: header.size))
    }
    return try limit.shape(header.extents, at: DataMistake.Place(offset: 4))
  }

  private static func fill(
    _ numbers: UnsafeMutableBufferPointer<Double>, with bytes: UnsafeRawBufferPointer,
    of element: IDXElement, isImage: Bool
  ) {
    switch element {
    case .unsignedByte:
      let values = (0...255).map { isImage ? Double($0) / 255 : Double($0) }
      for index in numbers.indices { numbers[index] = values[Int(bytes[index])] }
    case .byte:
      for index in numbers.indices { numbers[index] = Double(Int8(bitPattern: bytes[index])) }
    case .short:
      fill(numbers, with: bytes) { (bits: UInt16) in Double(Int16(bitPattern: bits)) }
    case .int:
      fill(numbers, with: bytes) { (bits: UInt32) in Double(Int32(bitPattern: bits)) }
    case .float:
      fill(numbers, with: bytes) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .double:
      fill(numbers, with: bytes) { (bits: UInt64) in Double(bitPattern: bits) }
    }
  }

  /// Elements of several bytes, the highest first.
  @inline(__always)
  private static func fill<Bits: FixedWidthInteger>(
    _ numbers: UnsafeMutableBufferPointer<Double>, with bytes: UnsafeRawBufferPointer,
    _ number: (Bits) -> Double
  ) {
    for index in numbers.indices {
      let offset = index * MemoryLayout<Bits>.size
      numbers[index] = number(
        Bits(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Bits.self)))
    }
  }
}
