import Autograd
import Playback
import SceneLanguage

/// The labels of all nodes in lower case, made once a search, so that a key looks through bytes and
/// makes no strings.
struct LabelIndex: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each label ends.
  private var ends: [Int] = []

  init(of run: Run) {
    bytes.reserveCapacity(run.nodeCount * 6)
    ends.reserveCapacity(run.nodeCount)
    for node in run.scene.graph.nodes {
      append(run.labels[node])
      ends.append(bytes.count)
    }
  }

  private mutating func append(_ label: String) {
    let start = bytes.count
    var isASCII = true
    for byte in label.utf8 {
      isASCII = isASCII && byte < 0x80
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      bytes.append(isCapital ? byte | 0x20 : byte)
    }
    guard !isASCII else { return }
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: label.lowercased().utf8)
  }

  /// Whether the node's label is the text or holds it; nil where it does neither.
  func match(_ text: [UInt8], in node: NodeID) -> QueryRank? {
    let end = ends[node.index]
    var start = node.index > 0 ? ends[node.index - 1] : 0
    let isAsLong = end - start == text.count
    while end - start >= text.count {
      if holds(text, at: start) { return isAsLong ? .wholeName : .partOfName }
      start += 1
    }
    return nil
  }

  private func holds(_ text: [UInt8], at start: Int) -> Bool {
    for offset in text.indices where bytes[start + offset] != text[offset] { return false }
    return true
  }
}
