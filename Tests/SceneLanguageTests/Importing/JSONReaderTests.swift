import Testing

@testable import SceneLanguage

struct JSONReaderTests {
  private func reader(_ text: String, depth: Int = 1_000) -> JSONReader {
    JSONReader(Source(name: "a.json", text: text), maximumDepth: depth)
  }

  /// The mistake at which reading a whole value ends.
  private func mistake(_ text: String, depth: Int = 1_000) -> Diagnostic? {
    var reader = reader(text, depth: depth)
    do throws(JSONReader.Stop) {
      try reader.skipValue()
      try reader.end()
      return nil
    } catch {
      return error.mistake
    }
  }

  @Test(arguments: [
    (#""""#, ""), (#""a b""#, "a b"), (#""é𝐱""#, "é𝐱"), (#""\"\\\/""#, "\"\\/"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u00e9\u0041""#, "éA"),
    (#""a\uD835\udc31b""#, "a𝐱b"), (#""\u0000""#, "\0"), (#""\uFFFD""#, "\u{FFFD}"),
  ])
  func `a string is read without its escapes`(json: String, text: String) throws {
    var reader = reader(json)
    #expect(try reader.string() == text)
    #expect(reader.offset == json.utf8.count)
  }

  @Test(arguments: [
    #""\ud83d""#, #""\ud83d\n""#, #""\ud83dx""#, #""\ude00""#, #""\ud83d\ud83d""#, #""\u12g4""#,
    #""\u12""#, #""\x41""#, #""\"#, #""\u"#, #""\'""#, #""\ud83d\u""#, #""\ud83d\"#, #""\u+123""#,
  ])
  func `an escape that is no character is a mistake`(json: String) {
    #expect(mistake(json)?.kind == .badEscape || mistake(json)?.kind == .unclosedText)
  }

  @Test(arguments: [
    ("0", 0), ("-0", -0.0), ("12", 12), ("-1.5", -1.5), ("1e3", 1000), ("1E+3", 1000),
    ("25e-1", 2.5), ("0.1", 0.1), ("1e-999", 0), ("0e999", 0),
    ("123456789012345678901234567890", 1.2345678901234568e29), ("4.9e-324", .leastNonzeroMagnitude),
  ])
  func `a number is the nearest double`(json: String, number: Double) throws {
    var reader = reader(json)
    let read = try reader.number()
    #expect(read == number && read.sign == number.sign)
    #expect(reader.offset == json.utf8.count)
  }

  @Test(
    arguments: [
      ("-", .badNumber), ("01", .badNumber), ("-01", .badNumber), ("1.", .badNumber),
      ("1.e2", .badNumber), ("1e", .badNumber), ("1e+", .badNumber), ("1_0", .badNumber),
      ("0x10", .badNumber), ("1a", .badNumber), ("--1", .badNumber), ("1.2.3", .badNumber),
      ("+1", .noJSONValue), (".5", .noJSONValue), ("1e999", .tooLargeNumber),
      ("-1e999", .tooLargeNumber), ("NaN", .noJSONValue), ("-Infinity", .noJSONValue),
      ("nul", .noJSONValue), ("TRUE", .noJSONValue), ("truely", .noJSONValue), ("", .noJSONValue),
      ("é", .noJSONValue), ("'a'", .singleQuote), ("\"a", .unclosedText),
      ("\"a\nb\"", .unclosedText),
      ("\"a\u{1}b\"", .hiddenCharacter), ("[1 2]", .expectedSign), ("[1,]", .trailingComma),
      ("[,1]", .noJSONValue), ("{\"a\" 1}", .expectedSign), ("{1: 2}", .expectedSign),
      ("{\"a\": }", .noJSONValue), ("{\"a\": 1,}", .trailingComma), ("{\"a\": 1", .unclosedBracket),
      ("[", .noJSONValue), ("[[1]", .unclosedBracket), ("1 2", .unexpected), ("[]]", .unexpected),
      ("[1}", .expectedSign), ("{'a': 1}", .singleQuote), ("// a\n1", .noJSONValue),
    ] as [(String, Diagnostic.Kind)])
  func `what is no JSON is told`(json: String, kind: Diagnostic.Kind) {
    #expect(mistake(json)?.kind == kind)
  }

  @Test(arguments: [
    "[]", "{}", "[[], {}, [1, \"a\", null, true, false, -0.5e-3]]", " {\"a\" :\n[ 1 ,\t2 ] } \r\n",
    "{\"a\": {\"b\": {}}, \"\": []}", "\u{FEFF}1",
  ])
  func `what is JSON is read to its end`(json: String) {
    #expect(mistake(json) == nil)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `brackets a million deep cost no stack, and have a limit`(opening: String) {
    let text = String(repeating: opening, count: 1_000_000)
    #expect(mistake(text)?.kind == .tooDeepJSON)
    #expect(mistake(text, depth: .max)?.kind == .noJSONValue)
  }

  @Test func `a key may come once, whatever its spelling`() {
    var reader = reader(#"{"id": 1, "\u0069d": 2}"#)
    let stop = #expect(throws: JSONReader.Stop.self) {
      try reader.members { reader, _ throws(JSONReader.Stop) in _ = try reader.number() }
    }
    #expect(stop?.mistake.kind == .repeatedKey)
  }
}
