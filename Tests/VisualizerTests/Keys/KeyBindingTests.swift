import Testing

@testable import Visualizer

struct KeyBindingTests {
  @Test func `no key is bound twice, alone or after another one`() {
    var owners: [[Key?]: Command] = [:]
    for rows in [
      KeyBinding.all.filter(\.isOfInspector), KeyBinding.all.filter { !$0.isOfInspector },
    ] {
      owners = [:]
      for binding in rows {
        for key in binding.keys {
          #expect(
            owners[[binding.prefix, key]] == nil, "\(binding.keyNames) is bound to two commands")
          owners[[binding.prefix, key]] = binding.command
        }
      }
    }
  }

  @Test func `a key that comes after another one has a row for that one`() {
    for binding in KeyBinding.all {
      guard let prefix = binding.prefix else { continue }
      #expect(KeyBinding.bound(to: prefix)?.command == .prefix(prefix))
    }
  }

  @Test func `of the digits each asks for its own number`() throws {
    let operand = try #require(KeyBinding.bound(to: .character("3")))
    #expect(operand.command(for: .character("3")) == .selectOperand(3))
    let consumer = try #require(KeyBinding.bound(to: .character("9"), after: .character("g")))
    #expect(consumer.command(for: .character("9")) == .selectConsumer(9))
    #expect(consumer.keyNames == "g 1-9")
  }

  @Test func `no command has two rows`() {
    var seen: Set<Command> = []
    for binding in KeyBinding.all { #expect(seen.insert(binding.command).inserted) }
  }

  @Test func `every row says what it does`() {
    for binding in KeyBinding.all {
      #expect(!binding.keys.isEmpty)
      #expect(!binding.help.isEmpty)
    }
  }

  @Test func `the help shows every row`() {
    let help = HelpOverlay.lines(width: 120).map { $0.map(\.text).joined() }.joined(separator: "\n")
    for binding in KeyBinding.all {
      #expect(help.contains(binding.keyNames))
      #expect(help.contains(binding.help))
    }
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func `the footer never outgrows its line and always names help and quit`(width: Int) {
    let text = FooterLine.keys(fitting: width).map(\.text).joined()
    #expect(text.columnCountOfVisible <= width)
    #expect(text.contains("? help"))
    #expect(text.contains("q quit"))
  }
}

extension String {
  /// Columns without the blanks at the end.
  fileprivate var columnCountOfVisible: Int {
    var text = self
    while text.last == " " { text.removeLast() }
    return text.count
  }
}
