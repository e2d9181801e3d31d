import Autograd
import RandomNumbers
import SceneLanguage
import Testing

@Suite struct MutationTests {
  private static let seeds = [
    chain,
    "def f(x, w):\n  k = 2\n  return w * x + k\nfold f\na = 1\nL = f(a, w: -2) - leaky_relu(a)\n",
    "param w = [1, 2]\nconst k = -2 # note\ny = max(w @ w, k[0:1]) ** -1\nexpect grad(w) = 1, tolerance: 1\n",
    "train(rate: 0.1, steps: 3, optimizer: adam)\nX, y = moons(1)\noutput y\nx = --2^-3 - -4\n",
  ].map { Array($0.utf8) }

  private static let snippets = [
    "(", ")", "[", "]", "\n", " ", "=", "-", "^", "*", ",", ":", "def ", "return ", "x", "1e", ".",
    "# ", "\"", "é", "\u{202E}", "\0", "\r", "  ", "pi", "1_0", "expect ", "grad(", "2", "@", ".T",
    ";",
  ].map { Array($0.utf8) }

  private static let count = 10_000

  /// A hundred thousand texts in all, the same on every machine.
  @Test(arguments: 0..<10)
  func `no mutated scene traps, and what loads survives an edit to its own values`(
    part: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(part) + 1)
    var options = LoadOptions()
    options.maximumNodes = 2_000
    var accepted = 0
    for _ in 0..<Self.count {
      let source = Source(name: "mutant", bytes: Self.mutant(&random))
      switch Scene.load(source, options: options) {
      case .mistakes(let mistakes):
        #expect(!mistakes.isEmpty)
        if random.next() % 16 == 0 { for mistake in mistakes { _ = mistake.rendered(in: source) } }
      case .scene(let scene):
        accepted += 1
        if random.next() % 4 == 0 { try expectEditable(scene, options, &random) }
      }
    }
    #expect(accepted > Self.count / 100)
  }

  private static func mutant(_ random: inout SplitMix64) -> [UInt8] {
    var bytes = seeds[Int(random.next() % UInt64(seeds.count))]
    for _ in 0...(random.next() % 4) {
      let place = Int(random.next() % UInt64(bytes.count + 1))
      let end = min(bytes.count, place + Int(random.next() % 6))
      switch random.next() % 4 {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(UInt8(random.next() % 256), at: place)
      case 2:
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int(random.next() % UInt64(bytes.count + 1)))
      default:
        bytes.insert(contentsOf: snippets[Int(random.next() % UInt64(snippets.count))], at: place)
      }
    }
    return bytes
  }

  private func expectEditable(
    _ scene: Scene, _ options: LoadOptions, _ random: inout SplitMix64
  ) throws {
    let editable = scene.details.indices.filter { scene.details[$0].literal != nil }
    guard !editable.isEmpty else { return }
    let node = NodeID(editable[Int(random.next() % UInt64(editable.count))])
    guard let value = scene.graph.leafValue(of: node), value.isFinite else { return }
    for typed in [value, -value] {
      let edited = try scene.replacingLiteral(of: node, with: typed.shortestSpelling).get()
      guard case .scene(let again) = Scene.load(edited, options: options) else {
        Issue.record("\(scene.source.text)\n→\n\(edited.text)")
        continue
      }
      #expect(again.graph.shape == scene.graph.shape, "\(edited.text)")
      #expect(again.graph.leafValue(of: node) == typed, "\(edited.text)")
    }
  }
}
