/// Notes, update by update, which numbers of the parameters get a gradient that is not 0.
///
/// Nan is a gradient like any other. Where every number of a block has one, which is the rule, only
/// the block is noted: to write each number down takes three times as long.
struct Receipts: Hashable, Sendable {
  /// For each number the last update that gave it a gradient, among those that did not give every
  /// number of its block one.
  private var numbers: [Int32]
  /// For each block the last update that gave every number one.
  private var blocks: [Int32]

  private static let blockSize = 64

  /// - Parameter count: how many numbers all parameters have together.
  init(count: Int) {
    numbers = Array(repeating: 0, count: count)
    blocks = Array(repeating: 0, count: count / Self.blockSize + 1)
  }

  /// The last update, from 1, in which the number at a place got a gradient; 0 where none did.
  func last(at place: Int) -> Int32 { max(numbers[place], blocks[place / Self.blockSize]) }

  /// - Parameters:
  ///   - gradient: of one parameter, or of several that lie side by side.
  ///   - start: the place of its first number among those of all parameters.
  ///   - step: which update it is, from 1.
  mutating func note(_ gradient: UnsafeBufferPointer<Double>, from start: Int, step: Int32) {
    guard let first = gradient.baseAddress else { return }
    let end = start + gradient.count
    var place = start
    while place < end {
      let block = place / Self.blockSize
      let next = min(end, (block + 1) * Self.blockSize)
      let stretch = first + (place - start)
      if next - place == Self.blockSize, !Self.hasZero(stretch) {
        blocks[block] = step
      } else {
        numbers.withUnsafeMutableBufferPointer { numbers in
          guard let last = numbers.baseAddress.map({ $0 + place }) else { return }
          // Written at every place, so that the compiler can do several at once.
          for i in 0..<next - place { last[i] = stretch[i] == 0 ? last[i] : step }
        }
      }
      place = next
    }
  }

  /// Whether there is a 0 in a whole block.
  private static func hasZero(_ gradient: UnsafePointer<Double>) -> Bool {
    let bytes = UnsafeRawPointer(gradient)
    var zeros = SIMD8<Int64>.zero
    for place in stride(from: 0, to: blockSize, by: 8) {
      let eight = bytes.loadUnaligned(
        fromByteOffset: place &* MemoryLayout<Double>.stride, as: SIMD8<Double>.self)
      // A mask is a vector of 0 and -1; asking it for its elements takes twice as long.
      zeros |= unsafeBitCast(eight .== .zero, to: SIMD8<Int64>.self)
    }
    return zeros.wrappedSum() != 0
  }
}
