import CZlib

/// One run of zlib over packed bytes, a block of output at a time.
struct InflateStream: ~Copyable {
  enum Status {
    case continues
    /// The packed part is whole, and its sum is right.
    case partEnds
    case needsMore
    /// With zlib's own words.
    case damaged(String)
  }

  /// zlib remembers the address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  init() {
    stream.initialize(to: z_stream())
    // 15 is the largest window, and 16 more asks for the header and the sum of gzip.
    inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    room.initialize(repeating: 0)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }

  /// What the last advance unpacked.
  var made: UnsafeBufferPointer<UInt8> {
    let count = room.count - Int(stream.pointee.avail_out)
    return UnsafeBufferPointer(rebasing: room[..<count])
  }

  /// Unpacks from a position on, and moves it past what was used.
  func advance(_ bytes: [UInt8], _ position: inout Int) -> Status {
    let count = min(bytes.count - position, 1 << 30)
    let result = bytes.withUnsafeBufferPointer { input in
      // zlib does not write to its input.
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: input.baseAddress.map { $0 + position })
      stream.pointee.avail_in = UInt32(count)
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    position += count - Int(stream.pointee.avail_in)
    switch result {
    case Z_OK: return .continues
    case Z_STREAM_END: return .partEnds
    case Z_BUF_ERROR: return .needsMore
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) }
      return .damaged(reason ?? "zlib gives the error \(result)")
    }
  }

  /// Begins anew with the next part.
  func reset() { inflateReset(stream) }
}
