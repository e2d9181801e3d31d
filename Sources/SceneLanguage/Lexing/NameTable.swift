/// Every name of a scene once, so that comparing two names is comparing two numbers.
///
/// Names are compared as UTF-8 bytes; a `String` is made only when one is shown.
struct NameTable {
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]
  /// Open addressing with linear probing. The count is a power of two.
  private var slots: [Slot] = Array(repeating: Slot(), count: 256)

  /// A place in the table: a symbol, or -1, and what is enough to tell most names apart.
  private struct Slot {
    /// Up to eight bytes of a name themselves; a hash of a longer one and its last byte.
    var word: UInt64 = 0
    var length: Int32 = 0
    var symbol: Symbol = -1

    /// Where the search begins. Names that differ in their last byte only, as those that are
    /// counted, lie side by side, so that one line of the cache holds several.
    @inline(__always)
    func home(mask: Int) -> Int {
      let hash = (word >> 8 ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: hash >> 32 &+ word & 0xFF) & mask
    }
  }

  var count: Int { starts.count - 1 }

  subscript(symbol: Symbol) -> String {
    let range = Int(starts[Int(symbol)])..<Int(starts[Int(symbol) + 1])
    return String(decoding: pool[range], as: UTF8.self)
  }

  /// The symbol of `bytes[start..<end]`.
  mutating func symbol(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Symbol {
    var wanted = Slot(
      word: Self.word(of: bytes, from: start, to: end),
      length: Int32(truncatingIfNeeded: end - start))
    let mask = slots.count - 1
    var place = wanted.home(mask: mask)
    while slots[place].symbol >= 0 {
      let slot = slots[place]
      if slot.word == wanted.word, slot.length == wanted.length,
        slot.length <= 8 || matches(slot.symbol, bytes, from: start)
      {
        return slot.symbol
      }
      place = (place + 1) & mask
    }
    wanted.symbol = Symbol(truncatingIfNeeded: count)
    slots[place] = wanted
    pool.append(contentsOf: bytes[start..<end])
    starts.append(Int32(truncatingIfNeeded: pool.count))
    if count * 2 > slots.count { grow() }
    return wanted.symbol
  }

  mutating func symbol(of name: String) -> Symbol {
    Array(name.utf8).withUnsafeBufferPointer { bytes in
      symbol(of: bytes, from: 0, to: bytes.count)
    }
  }

  /// Up to eight bytes as one number; for more, the FNV-1a hash of all but the last, and the last.
  @inline(__always)
  private static func word(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> UInt64 {
    let length = end - start
    if length <= 8, length > 0, start + 8 <= bytes.count {
      let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: start, as: UInt64.self)
      return UInt64(bigEndian: eight) >> UInt64(64 - 8 * length)
    }
    if length <= 8 { return bytes[start..<end].reduce(0) { $0 << 8 | UInt64($1) } }
    let hash = bytes[start..<(end - 1)].reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return hash << 8 | UInt64(bytes[end - 1])
  }

  /// Whether a name of the right length is the one at `start`.
  private func matches(
    _ symbol: Symbol, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    let first = Int(starts[Int(symbol)])
    let length = Int(starts[Int(symbol) + 1]) - first
    for offset in 0..<length where pool[first + offset] != bytes[start + offset] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 4)
    let mask = slots.count - 1
    for slot in old where slot.symbol >= 0 {
      var place = slot.home(mask: mask)
      while slots[place].symbol >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
