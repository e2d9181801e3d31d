import Autograd
import DataSets
import Testing

struct CSVReaderTests {
  private let table = NumberTable(
    names: ["x", "y"], hasHeader: true, values: Tensor([1, 0.5, 2, 0.001], shape: Shape([2, 2])))

  @Test(arguments: [
    "x,y\n1,0.5\n2,1e-3\n",
    "x,y\n1,0.5\n2,1e-3",
    "x,y\r\n1,0.5\r\n2,1e-3\r\n",
    "x,y\n1,0.5\n2,1e-3\n\n  \r\n\n",
    "\n\r\n x , y \n 1 ,0.5  \n2,   1e-3",
    "\u{FEFF}x,y\n1,0.5\n2,1e-3\n",
    "\"x\",\"y\"\n\"1\",0.5\n2,\" 1e-3 \"\n",
  ])
  func `spaces, quotation marks and line ends make no difference`(text: String) throws {
    #expect(try read(text) == table)
  }

  @Test func `without names the columns are counted`() throws {
    let table = try read("1,2\n3,4\n5,6\n")
    #expect(table.names == ["column 1", "column 2"])
    #expect(!table.hasHeader)
    #expect(table.values == Tensor([1, 2, 3, 4, 5, 6], shape: Shape([3, 2])))
  }

  @Test func `one column, one line, one number are a table`() throws {
    #expect(try read("7").values == Tensor([7], shape: Shape([1, 1])))
    #expect(try read("a\n7\n8").values == Tensor([7, 8], shape: Shape([2, 1])))
    #expect(try read("7,8").values == Tensor([7, 8], shape: Shape([1, 2])))
  }

  @Test func `names may have commas and quotation marks in quotation marks`() throws {
    let table = try read("\"a, b\",\"say \"\"x\"\"\",größe,\n1,2,3,4\n")
    #expect(table.names == ["a, b", "say \"x\"", "größe", "column 4"])
  }

  @Test func `a column is found by its name`() throws {
    let table = try read("x,y\n1,2\n3,4\n")
    #expect(table.column(named: "y") == Tensor([2, 4], shape: Shape([2])))
    #expect(table.column(named: "z") == nil)
  }

  @Test func `values up to the limit are read, and no more`() throws {
    #expect(throws: Never.self) { try read("1,2\n3,4\n", limit: 32) }
    expectMistake(
      "1,2\n3,4\n", limit: 31, "line 1: the limit is 31 bytes of values, (2, 2) takes more")
  }

  /// Each with the whole sentence, and where it points.
  @Test(arguments: [
    ("", 0, "byte 0: lines of numbers are expected, the file is empty"),
    ("\r\n \n", 0, "byte 0: lines of numbers are expected, the file is empty"),
    ("x,y\n", 3, "line 1: a line of numbers is expected below the names, the file ends"),
    ("x,y\n1,2\n3,4x", 10, "line 3, column 2 ('y'): a number is expected, '4x' is there"),
    ("1,2\n3, 4 5\n", 7, "line 2, column 2: a number is expected, '4 5' is there"),
    ("x,y\n1,\"2\"3\n", 6, "line 2, column 2 ('y'): a number is expected, '\"2\"3' is there"),
    ("1,2\n3,0x10\n", 6, "line 2, column 2: a number is expected, '0x10' is there"),
    ("x,y\n1,2\n3,\n", 10, "line 3, column 2 ('y'): a number is expected, nothing is there"),
    ("x,y\nNA,2\n", 4, "line 2, column 1 ('x'): a number is expected, 'NA' is there"),
    (
      "x\n1e999\n", 2,
      "line 2, column 1 ('x'): a number below 1.8e308 is expected, '1e999' is there"
    ),
    (
      "width,kind\n1,setosa\n2,setosa\n", 13,
      "line 2, column 2 ('kind'): a column of numbers is expected, its first value is 'setosa'"
    ),
    ("1,2,3\n4,5\n", 6, "line 2: 3 values are expected, as on the first line, 2 are there"),
    ("x\n1\n2,3\n", 4, "line 3: 1 value is expected, as on the first line, 2 are there"),
    ("1,2\n\n3,4\n", 4, "line 2: 2 values are expected, as on the first line, the line is empty"),
    ("x;y\n1;2\n", 4, "line 2: commas between the values are expected, ';' is there"),
    ("x;y\n1,5;2\n", 4, "line 2: commas between the values are expected, ';' is there"),
    ("x\ty\n1\t2\n", 4, "line 2: commas between the values are expected, a tab is there"),
    ("x,y\n1,\"2\n3,4\n", 6, "line 2, column 2 ('y'): a second '\"' is expected, the line ends"),
    ("x,\"y\n1,2\n", 2, "line 1, column 2: a second '\"' is expected, the line ends"),
    ("1,2\n3,\0\n", 6, "line 2, column 2: text is expected, the byte 00 is there"),
    ("x,\u{1B}[2J\n1,2\n", 2, "line 1, column 2: text is expected, the byte 1B is there"),
    ("1,2\r3,4\r", 2, "line 1, column 2: text is expected, the byte 0D is there"),
    (
      "x,y\n1,\u{202E}2\n", 6, "line 2, column 2 ('y'): a number is expected, '\\u{202E}2' is there"
    ),
  ])
  func `a mistake says where it is, what belongs there, and what is there`(
    text: String, offset: Int, message: String
  ) {
    expectMistake(text, offset: offset, message)
  }

  @Test func `a long cell is cut short`() {
    let text = String(repeating: "ab", count: 100)
    let mistake = #expect(throws: DataMistake.self) { try read("1\n" + text) }
    let shown = String(repeating: "ab", count: 20)
    #expect(mistake?.message == "line 2, column 1: a number is expected, '\(shown)…' is there")
  }

  @Test func `a mistake is data as well`() {
    let mistake = #expect(throws: DataMistake.self) { try read("x,y\n1,2\n3,4x") }
    #expect(mistake?.kind == .table(.notANumber("4x")))
    #expect(
      mistake?.place
        == DataMistake.Place(offset: 10, line: 3, column: 2, columnName: "y"))
    #expect(mistake?.expected == "a number is expected")
    #expect(mistake?.found == "'4x' is there")
    #expect(mistake?.repair == "write a number like 2, -0.5 or 1e-3")
  }

  private func read(_ text: String, limit: Int = 1 << 20) throws(DataMistake) -> NumberTable {
    try CSVReader.read(Array(text.utf8), limit: limit)
  }

  private func expectMistake(
    _ text: String, limit: Int = 1 << 20, offset: Int? = nil, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let mistake = #expect(throws: DataMistake.self, sourceLocation: sourceLocation) {
      try read(text, limit: limit)
    }
    #expect(mistake?.message == message, sourceLocation: sourceLocation)
    if let offset { #expect(mistake?.place?.offset == offset, sourceLocation: sourceLocation) }
  }
}
