import Autograd
import DataSets
import Testing

struct DataFileTests {
  private let table = DataFile.table(
    NumberTable(
      names: ["x", "y"], hasHeader: true, values: Tensor([1, 2], shape: Shape([1, 2]))))
  private let labels = IDXBytes.header(0x08, [3]) + [7, 8, 9]

  @Test(arguments: ["a.csv", "a.csv.gz", "a", "", "idx1.csv"])
  func `a file is what its bytes say, whatever its name`(name: String) throws {
    let text = Array("x,y\n1,2\n".utf8)
    #expect(try DataFile.read(name: name, bytes: text, limit: 100) == table)
    #expect(try DataFile.read(name: name, bytes: GzipBytes.table, limit: 100) == table)
    let tensor = DataFile.tensor(Tensor([7, 8, 9], shape: Shape([3])))
    #expect(try DataFile.read(name: name, bytes: labels, limit: 100) == tensor)
    let packed = GzipBytes.packing(labels)
    #expect(try DataFile.read(name: name, bytes: packed, limit: 100) == tensor)
  }

  @Test func `images keep their rows and columns where that is wanted`() throws {
    let images = IDXBytes.header(0x08, [1, 2, 2]) + [0, 0, 0, 255]
    let read = try DataFile.read(name: "", bytes: images, limit: 100, flattensImages: false)
    #expect(read == .tensor(Tensor([0, 0, 0, 1], shape: Shape([1, 2, 2]))))
  }

  @Test(arguments: ["train-labels-idx1-ubyte", "t10k-images.idx3-ubyte", "x.idx", "a.idx2.gz"])
  func `a file named as IDX that is none says so`(name: String) {
    expectMistake(
      name, [5, 6, 7, 8],
      "byte 0: the bytes 00 00, with which IDX begins, are expected, 05 06 is there")
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 3, 4], "a ZIP archive or a spreadsheet"),
      ([0xFF, 0xFE, 0x31, 0], "text in UTF-16"),
      ([0x93] + Array("NUMPY".utf8), "a NumPy array"),
    ] as [([UInt8], String)])
  func `a file of another kind is called by its name`(bytes: [UInt8], kind: String) {
    expectMistake(
      "a.csv", bytes, "byte 0: a table in CSV or a tensor in IDX is expected, \(kind) is there")
  }

  @Test func `a place in what was packed says so`() {
    let cut = GzipBytes.packing(Array(labels.dropLast()))
    expectMistake("", cut, "unpacked byte 8: 3 bytes of labels are expected, 2 are there")
    let text = GzipBytes.packing(Array("1\nx1\n".utf8))
    expectMistake("", text, "line 2, column 1: a number is expected, 'x1' is there")
    let twice = GzipBytes.packing(GzipBytes.table)
    expectMistake(
      "", twice,
      "unpacked byte 0: a table in CSV or a tensor in IDX is expected, "
        + "a file packed by gzip twice is there")
  }

  @Test func `an empty file is one without a table`() {
    expectMistake("a.csv", [], "byte 0: lines of numbers are expected, the file is empty")
    expectMistake(
      "a.csv.gz", GzipBytes.packing([]),
      "unpacked byte 0: lines of numbers are expected, the file is empty"
    )
  }

  private func expectMistake(
    _ name: String, _ bytes: [UInt8], _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let mistake = #expect(throws: DataMistake.self, sourceLocation: sourceLocation) {
      try DataFile.read(name: name, bytes: bytes, limit: 100)
    }
    #expect(mistake?.message == message, sourceLocation: sourceLocation)
  }
}
