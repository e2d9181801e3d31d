/// Every name of a scene once, so that comparing two names is comparing two numbers.
///
/// Names are compared as UTF-8 bytes; a `String` is made only when one is shown.
struct NameTable {
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing with linear probing: a symbol, or -1. The count is a power of two.
  private var slots: [Symbol] = Array(repeating: -1, count: 1024)

  static let emptyHash: UInt32 = 2_166_136_261

  /// One step of the FNV-1a hash.
  @inline(__always)
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  var count: Int { hashes.count }

  subscript(symbol: Symbol) -> String {
    let range = Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])
    return String(decoding: pool[range], as: UTF8.self)
  }

  /// The symbol of `bytes[start..<end]`, whose hash the caller computed while reading.
  mutating func symbol(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, hash: UInt32
  ) -> Symbol {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let symbol = slots[slot]
      if hashes[Int(symbol)] == hash, matches(symbol, bytes, from: start, to: end) { return symbol }
      slot = (slot + 1) & mask
    }
    let symbol = Symbol(truncatingIfNeeded: count)
    slots[slot] = symbol
    pool.append(contentsOf: bytes[start..<end])
    starts.append(Int32(truncatingIfNeeded: pool.count))
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return symbol
  }

  mutating func symbol(of name: String) -> Symbol {
    let bytes = Array(name.utf8)
    let hash = bytes.reduce(Self.emptyHash) { Self.hash($0, $1) }
    return bytes.withUnsafeBufferPointer { buffer in
      symbol(of: buffer, from: 0, to: buffer.count, hash: hash)
    }
  }

  private func matches(
    _ symbol: Symbol, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    let first = Int(starts[Int(symbol)])
    guard Int(starts[Int(symbol) + 1]) - first == end - start else { return false }
    for offset in 0..<(end - start) where pool[first + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Symbol(truncatingIfNeeded: symbol)
    }
  }
}
