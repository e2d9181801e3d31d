import Foundation
import Testing

@testable import Export

struct Base64LinesTests {
  private func text(_ bytes: [UInt8], pieces size: Int) -> String {
    var text = ""
    var lines = Base64Lines()
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines.append(bytes[start..<min(start + size, bytes.count)], to: &text)
    }
    lines.finish(to: &text)
    return text
  }

  @Test(arguments: [0, 1, 2, 3, 4, 74, 75, 76, 149, 150, 1_000])
  func `any bytes come out as Foundation has them, in lines of a hundred letters`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 13) }
    let expected = Data(bytes).base64EncodedString()
    for size in [1, 7, 75, 2_000] {
      let lines = text(bytes, pieces: size).split(separator: "\n")
      #expect(lines.joined() == expected)
      #expect(lines.dropLast().allSatisfy { $0.count == 100 })
    }
  }
}
