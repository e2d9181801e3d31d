import CZlib

/// Packed files for tests.
enum GzipBytes {
  /// What Python's gzip makes of the table `x,y` with the row `1,2`.
  static let table: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0xAB, 0xD0, 0xA9, 0xE4, 0x32, 0xD4,
    0x31, 0xE2, 0x02, 0x00, 0x23, 0xDF, 0x72, 0x00, 0x08, 0x00, 0x00, 0x00,
  ]

  /// One part with everything in it.
  static func packing(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count = bytes.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(packed[..<count])
  }
}
