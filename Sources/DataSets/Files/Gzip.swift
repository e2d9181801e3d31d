import CZlib

/// Unpacks what gzip has packed.
package enum Gzip {
  /// Whether bytes begin as those of gzip do.
  package static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  private static let magic: [UInt8] = [0x1F, 0x8B]

  /// What was packed: all parts of the file, one after the other.
  ///
  /// - Parameter limit: how many bytes may come out; no memory is taken for more.
  /// - Throws: damage, a missing end, or bytes behind it, but for zeros that fill a block.
  package static func inflate(_ bytes: [UInt8], limit: Int) throws(DataMistake) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    let stream = InflateStream()
    while true {
      let status = stream.advance(bytes, &position)
      guard stream.made.count <= limit - output.count else {
        throw DataMistake(
          .file(.tooManyBytes(limit: limit)), at: DataMistake.Place(offset: position))
      }
      output.grow(by: stream.made.count, limit: limit)
      output.append(contentsOf: stream.made)
      switch status {
      case .continues: continue
      case .partEnds:
        let rest = bytes[position...]
        if rest.starts(with: magic) {
          stream.reset()
        } else if rest.allSatisfy({ $0 == 0 }) {
          return output
        } else {
          throw DataMistake(
            .file(.bytesAfterEnd(rest.count)), at: DataMistake.Place(offset: position))
        }
      case .needsMore:
        throw DataMistake(.file(.cutOff), at: DataMistake.Place(offset: position))
      case .damaged(let reason):
        throw DataMistake(.file(.damaged(reason)), at: DataMistake.Place(offset: position))
      }
    }
  }
}

extension [UInt8] {
  /// Makes room for more bytes, at least as much again as there is, but never beyond a limit.
  fileprivate mutating func grow(by count: Int, limit: Int) {
    guard self.count + count > capacity else { return }
    reserveCapacity(Swift.max(self.count + count, Swift.min(limit, 2 * capacity)))
  }
}
