import Autograd
import DataSets
import Testing

struct IDXReaderTests {
  /// Two images of 2 by 3 pixels.
  private let images =
    IDXBytes.header(0x08, [2, 2, 3]) + [0, 51, 255, 1, 2, 3, 4, 5, 6, 7, 8, 102]

  @Test func `images lie between 0 and 1, a row for each`() throws {
    let values = [0, 51, 255, 1, 2, 3, 4, 5, 6, 7, 8, 102].map { Double($0) / 255 }
    #expect(
      try IDXReader.read(images, limit: 96) == Tensor(values, shape: Shape([2, 6])))
    #expect(
      try IDXReader.read(images, limit: 96, flattensImages: false)
        == Tensor(values, shape: Shape([2, 2, 3])))
  }

  @Test func `labels stay what they are`() throws {
    let labels = IDXBytes.header(0x08, [4]) + [5, 0, 4, 255]
    #expect(
      try IDXReader.read(labels, limit: 32) == Tensor([5, 0, 4, 255], shape: Shape([4])))
  }

  @Test(
    arguments: [
      (0x09, [0xFF, 0x80, 0x7F], [-1, -128, 127]),
      (0x0B, [0xFF, 0xFE, 0x01, 0x00], [-2, 256]),
      (0x0C, [0x80, 0, 0, 0, 0, 0, 1, 2], [-2_147_483_648, 258]),
      (0x0D, [0x3F, 0x80, 0, 0, 0xC0, 0x20, 0, 0], [1, -2.5]),
      (0x0E, [0x3F, 0xF8, 0, 0, 0, 0, 0, 0], [1.5]),
    ] as [(UInt8, [UInt8], [Double])])
  func `every type of elements is read, the highest byte first`(
    type: UInt8, bytes: [UInt8], values: [Double]
  ) throws {
    let file = IDXBytes.header(type, [values.count, 1]) + bytes
    #expect(
      try IDXReader.read(file, limit: 96) == Tensor(values, shape: Shape([values.count, 1])))
  }

  @Test func `an empty tensor is one`() throws {
    #expect(
      try IDXReader.read(IDXBytes.header(0x08, [0, 28, 28]), limit: 0).shape == Shape([0, 784]))
    #expect(
      try IDXReader.read(IDXBytes.header(0x08, [3, 0, 28]), limit: 0).shape == Shape([3, 0]))
  }

  @Test(
    arguments: [
      ([], 0, "byte 0: 4 bytes of header are expected, 0 are there"),
      ([0, 0, 8], 3, "byte 3: 4 bytes of header are expected, 3 are there"),
      ([0, 0, 8, 1, 0], 5, "byte 5: 8 bytes of header are expected, 5 are there"),
      (
        [1, 0, 8, 1], 0,
        "byte 0: the bytes 00 00, with which IDX begins, are expected, 01 00 is there"
      ),
      (
        [0, 0, 0x0A, 1], 2,
        "byte 2: a type of elements is expected, 08, 09, 0B, 0C, 0D or 0E, 0A is there"
      ),
      ([0, 0, 8, 0], 3, "byte 3: a tensor with 1 axis or more is expected, it has none"),
      (
        IDXBytes.header(0x08, [60_000, 28, 28]) + [UInt8](repeating: 0, count: 1_204), 16,
        "byte 16: 47,040,000 bytes of pixels are expected, 1,204 are there"
      ),
      (
        IDXBytes.header(0x08, [2]) + [1, 2, 3], 8,
        "byte 8: 2 bytes of labels are expected, 3 are there"
      ),
      (IDXBytes.header(0x0D, [2]) + [1], 8, "byte 8: 8 bytes of values are expected, 1 is there"),
      (
        IDXBytes.header(0x08, [13]) + [UInt8](repeating: 0, count: 13), 4,
        "byte 4: the limit is 100 bytes of values, (13) takes more"
      ),
      (
        IDXBytes.header(0x08, [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF]), 4,
        "byte 4: the limit is 100 bytes of values, (4294967295, 4294967295, 4294967295) takes more"
      ),
      (
        IDXBytes.header(0x0E, [0x7FFF_FFFF, 0x7FFF_FFFF]), 4,
        "byte 4: the limit is 100 bytes of values, (2147483647, 2147483647) takes more"
      ),
    ] as [([UInt8], Int, String)])
  func `a mistake says where it is, what belongs there, and what is there`(
    bytes: [UInt8], offset: Int, message: String
  ) {
    let mistake = #expect(throws: DataMistake.self) { try IDXReader.read(bytes, limit: 100) }
    #expect(mistake?.message == message)
    #expect(mistake?.place?.offset == offset)
  }
}
