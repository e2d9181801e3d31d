import RandomNumbers
import Testing

@testable import DataSets

struct GzipTests {
  private let text = Array("x,y\n1,2\n".utf8)

  @Test func `what Python packed is unpacked`() throws {
    #expect(Gzip.isPacked(GzipBytes.table))
    #expect(try Gzip.inflate(GzipBytes.table, limit: 8) == text)
  }

  @Test func `several parts are unpacked one after the other`() throws {
    let parts = GzipBytes.table + GzipBytes.packing([]) + GzipBytes.table
    #expect(try Gzip.inflate(parts, limit: 16) == text + text)
  }

  @Test func `zeros behind the end are nothing`() throws {
    #expect(try Gzip.inflate(GzipBytes.table + [0, 0, 0], limit: 8) == text)
  }

  /// Longer than the blocks it is unpacked in, once well packed and once not at all.
  @Test(arguments: [1, 256]) func `long data comes out whole`(values: Int) throws {
    var random = SplitMix64()
    let bytes = (0..<300_000).map { _ in UInt8(random.below(values)) }
    #expect(try Gzip.inflate(GzipBytes.packing(bytes), limit: 300_000) == bytes)
  }

  @Test func `it stops at the limit, and takes no memory beyond`() throws {
    let bomb = GzipBytes.packing([UInt8](repeating: 0, count: 10_000_000))
    #expect(bomb.count < 20_000)
    let mistake = #expect(throws: DataMistake.self) { try Gzip.inflate(bomb, limit: 100_000) }
    #expect(mistake?.kind == .file(.tooManyBytes(limit: 100_000)))
    let place = try #require(mistake?.place)
    #expect(place.offset < bomb.count / 10)
    #expect(throws: DataMistake.self) { try Gzip.inflate(GzipBytes.table, limit: 7) }
    #expect(throws: DataMistake.self) { try Gzip.inflate(GzipBytes.table, limit: -1) }
  }

  @Test(arguments: 0..<GzipBytes.table.count)
  func `a file that is cut off says where`(count: Int) {
    let part = Array(GzipBytes.table[..<count])
    let mistake = #expect(throws: DataMistake.self) { try Gzip.inflate(part, limit: 8) }
    #expect(
      mistake?.message == "byte \(count): more packed data is expected, the file ends")
  }

  @Test func `damage says where, and zlib's reason`() {
    var wrongSum = GzipBytes.table
    wrongSum[wrongSum.count - 5] ^= 1
    expect("data packed by gzip is expected, it is damaged (incorrect data check)", in: wrongSum)
    var wrongSize = GzipBytes.table
    wrongSize[wrongSize.count - 1] ^= 1
    expect("data packed by gzip is expected, it is damaged (incorrect length check)", in: wrongSize)
    var wrongMethod = GzipBytes.table
    wrongMethod[2] = 7
    expect(
      "byte 4: data packed by gzip is expected, it is damaged (unknown compression method)",
      in: wrongMethod)
    expect(
      "byte 28: the end of the file is expected, 2 more bytes are there",
      in: GzipBytes.table + [1, 2])
  }

  private func expect(
    _ message: String, in bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let mistake = #expect(throws: DataMistake.self, sourceLocation: sourceLocation) {
      try Gzip.inflate(bytes, limit: 100)
    }
    let found = mistake?.message ?? ""
    #expect(found.hasSuffix(message), sourceLocation: sourceLocation)
  }
}
