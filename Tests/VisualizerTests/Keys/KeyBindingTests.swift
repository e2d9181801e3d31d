import Testing

@testable import Visualizer

struct KeyBindingTests {
  @Test func `no key is bound twice`() {
    var owners: [Key: Command] = [:]
    for binding in KeyBinding.all {
      for key in binding.keys {
        #expect(owners[key] == nil, "\(key.name) is bound to two commands")
        owners[key] = binding.command
      }
    }
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
