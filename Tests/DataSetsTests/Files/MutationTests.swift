import Autograd
import DataSets
import RandomNumbers
import Testing

/// Files with random damage are read, or give a mistake inside the file; nothing traps.
struct MutationTests {
  private static let files: [[UInt8]] = [
    Array("x,y,\"z, z\"\n1,2,3\n-4.5e-3,\"5\",6\r\n7,8,9\n".utf8),
    Array("1\n2\n3".utf8),
    IDXBytes.header(0x08, [2, 2, 3]) + Array(0..<12),
    IDXBytes.header(0x0E, [2]) + Array(0..<16),
    GzipBytes.table,
    GzipBytes.packing(IDXBytes.header(0x08, [3]) + [1, 2, 3]) + GzipBytes.table,
  ]

  @Test(arguments: files.indices) func `damage is a mistake or another file`(number: Int) {
    var random = SplitMix64(seed: UInt64(number))
    var mistakes = 0
    for _ in 0..<1_500 {
      var bytes = Self.files[number]
      for _ in 0...random.below(4) { Self.damage(&bytes, &random) }
      do throws(DataMistake) {
        expectSound(try DataFile.read(name: "", bytes: bytes, limit: 10_000))
      } catch {
        mistakes += 1
        #expect(!error.message.isEmpty && !error.repair.isEmpty)
        #expect(error.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        if let place = error.place, !place.isUnpacked {
          #expect(place.offset >= 0 && place.offset <= bytes.count)
        }
      }
    }
    #expect(mistakes > 400)
  }

  private func expectSound(_ file: DataFile) {
    switch file {
    case .table(let table):
      #expect(table.values.shape.extents.last == table.names.count)
      #expect(!table.names.isEmpty && table.values.elements.allSatisfy { $0.isFinite })
    case .tensor(let tensor):
      #expect(tensor.elements.count * 8 <= 10_000)
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = random.below(bytes.count + 1)
    switch random.below(6) {
    case 0: bytes.insert(UInt8(random.below(256)), at: place)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: bytes[place...], at: random.below(place + 1))
    case 3 where place < bytes.count: bytes.remove(at: place)
    case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    default:
      let signs = Array("\",;\n\r\t -+.e0\0".utf8)
      bytes.insert(signs[random.below(signs.count)], at: place)
    }
  }
}
