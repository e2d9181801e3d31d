import CellGrid
import Testing
import Visualizer

@testable import Terminal

@Suite struct InputDecoderTests {
  private func inputs(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.giveUpWaiting()
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("∂", .character("∂")), ("x\u{302}", .character("x\u{302}")),
    ("👩‍🔬", .character("👩‍🔬")), ("\u{12}", .control("r")), ("\u{1a}", .control("z")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace), ("\u{8}", .backspace),
    ("\u{1b}", .escape), ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[B", .down),
    ("\u{1b}OB", .down), ("\u{1b}[C", .right), ("\u{1b}OC", .right), ("\u{1b}[D", .left),
    ("\u{1b}OD", .left), ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home),
    ("\u{1b}[7~", .home), ("\u{1b}[F", .end), ("\u{1b}OF", .end), ("\u{1b}[4~", .end),
    ("\u{1b}[8~", .end), ("\u{1b}[2~", .insert), ("\u{1b}[3~", .delete), ("\u{1b}[5~", .pageUp),
    ("\u{1b}[6~", .pageDown), ("\u{1b}[Z", .backTab), ("\u{1b}OP", .function(1)),
    ("\u{1b}[11~", .function(1)), ("\u{1b}[[A", .function(1)), ("\u{1b}OS", .function(4)),
    ("\u{1b}[[E", .function(5)), ("\u{1b}[15~", .function(5)), ("\u{1b}[17~", .function(6)),
    ("\u{1b}[24~", .function(12)), ("\u{1b}[1;1A", .up), ("\u{1b}OM", .enter),
  ])
  func `every form of a key is that key`(bytes: String, key: Key) {
    #expect(inputs(bytes) == [.key(key)])
  }

  @Test(arguments: [
    "\u{1b}[1;5A", "\u{1b}[1;2Z", "\u{1b}O5A", "\u{1b}[3;5~",
    "\u{1b}[99~", "\u{1b}[?62;4c", "\u{1b}[>0;1 q", "\u{1b}[I", "\u{1b}]11;rgb:0/0/0\u{7}",
    "\u{1b}]11;rgb:0/0/0\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}_q\u{1b}\\", "\u{1b}\u{1b}[A",
    "\u{1b}[M !!", "\u{1b}[<0;0;0M", "\u{1b}[<1;5;5M", "\u{1b}[<66;5;5M", "\u{1b}[<0;9M", "\u{0}",
    "\u{1f}", "\u{85}", "\u{1b}[99999999999999999999~", "\u{1b}[<0;99999999999999999999;1M",
    "\u{1b}[[Q",
  ])
  func `what is not known is swallowed whole`(bytes: String) {
    #expect(inputs(bytes + "x") == [.key(.character("x"))])
  }

  @Test func `bytes that are no UTF-8 are dropped, and the next key is not`() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0xFF, 0xC3, 0x28, 0xE2, 0x88]) == [.key(.character("("))])
    #expect(decoder.feed([0x82]) == [.key(.character("∂"))])
  }

  @Test func `a sequence may arrive byte by byte`() {
    let bytes = Array("\u{1b}[A∂\u{1b}[<64;10;5M\u{1b}[200~a\u{1b}[20b\u{1b}[201~z".utf8)
    var decoder = InputDecoder()
    #expect(
      bytes.flatMap { decoder.feed([$0]) } == [
        .key(.up), .key(.character("∂")),
        .mouse(MouseEvent(kind: .wheelUp, place: Point(column: 9, row: 4))),
        .pasted("a\u{1b}[20b"), .key(.character("z")),
      ])
  }

  @Test func `Escape waits a little, the beginning of a sequence longer, a paste for its end`() {
    var decoder = InputDecoder()
    #expect(decoder.patience == .none)
    _ = decoder.feed([0x1B])
    #expect(decoder.patience == .escape)
    _ = decoder.feed(Array("[1".utf8))
    #expect(decoder.patience == .sequence)
    _ = decoder.feed(Array("~\u{1b}[200~".utf8))
    #expect(decoder.patience == .none)
  }

  @Test(
    arguments: [
      ("q", .character("q")), ("∂", .character("∂")), ("\r", .enter), ("\u{7f}", .backspace),
      ("\u{12}", .control("r")), (" ", .character(" ")), ("1", .character("1")),
    ] as [(String, Key)])
  func `Escape and a key that come together are the two keys`(text: String, key: Key) {
    #expect(inputs("\u{1b}" + text) == [.key(.escape), .key(key)])
    #expect(inputs("\u{1b}\u{1b}" + text) == [.key(.escape), .key(.escape), .key(key)])
  }

  @Test func `Escape does not wait for the rest of the character that follows`() {
    var decoder = InputDecoder()
    let bytes = Array("\u{1b}∂".utf8)
    #expect(decoder.feed(bytes[..<2]) == [.key(.escape)])
    #expect(decoder.feed(bytes[2...]) == [.key(.character("∂"))])
  }

  @Test func `Escape twice is the key twice`() {
    #expect(inputs("\u{1b}\u{1b}") == [.key(.escape), .key(.escape)])
  }

  @Test func `a paste is text with line feeds, cut at its limit`() {
    #expect(inputs("\u{1b}[200~a\r\nb\rc\nd\u{1b}[201~") == [.pasted("a\nb\nc\nd")])
    let long = String(repeating: "a", count: Paste.limit + 10)
    #expect(
      inputs("\u{1b}[200~\(long)\u{1b}[201~q")
        == [.pasted(String(long.dropLast(10))), .key(.character("q"))])
  }

  @Test(arguments: [
    ("0;3;2M", MouseEvent.Kind.press), ("0;3;2m", .release), ("32;3;2M", .drag),
    ("64;3;2M", .wheelUp), ("65;3;2M", .wheelDown), ("4;3;2M", .press),
  ])
  func `mouse reports count from one`(report: String, kind: MouseEvent.Kind) {
    let event = MouseEvent(kind: kind, place: Point(column: 2, row: 1))
    #expect(inputs("\u{1b}[<\(report)") == [.mouse(event)])
  }

  @Test func `Esc and a key that could begin a sequence are two keys when nothing follows`() {
    for key in "[]OPX^_" {
      #expect(inputs("\u{1b}\(key)") == [.key(.escape), .key(.character(key))])
    }
    #expect(inputs("\u{1b}[1") == [])
  }

  @Test func `no bytes whatever trap, and the decoder always finds back to keys`() {
    var generator = Draws(state: 7)
    for _ in 0..<20_000 {
      var decoder = InputDecoder()
      let special: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x31, 0x3C, 0x4D, 0x7E, 0xE2, 0x88, 0x82]
      let bytes = (0..<generator.next(12)).map { _ in
        generator.next(2) == 0 ? special[generator.next(special.count)] : UInt8(generator.next(256))
      }
      _ = decoder.feed(bytes)
      _ = decoder.giveUpWaiting()
      #expect(decoder.feed([0x71]) == [.key(.character("q"))])
    }
  }
}

/// Repeatable draws.
struct Draws {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
