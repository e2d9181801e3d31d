import CZlib

/// One run of zlib that packs bytes, a piece at a time.
struct DeflateStream: ~Copyable {
  /// zlib remembers the address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  init() {
    stream.initialize(to: z_stream())
    deflateInit_(
      stream, Z_DEFAULT_COMPRESSION, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    room.initialize(repeating: 0)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }

  /// Takes the next bytes, and yields what is packed by then; all of it after the last ones.
  func pack(_ bytes: [UInt8], isLast: Bool, _ yield: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { input in
      // zlib does not write to its input.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(truncatingIfNeeded: input.count)
      repeat {
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        _ = CZlib.deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        let count = room.count - Int(stream.pointee.avail_out)
        yield(UnsafeBufferPointer(rebasing: room[..<count]))
      } while stream.pointee.avail_out == 0
    }
  }
}
