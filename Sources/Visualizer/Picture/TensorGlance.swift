import Autograd
import CellGrid
import Playback

/// What is drawn of a tensor: few numbers, however large it is.
struct TensorGlance: Hashable, Sendable {
  let grid: TensorGrid
  /// Nil where there are no elements.
  let range: TensorRange?
}

/// Every glance that was taken at a run, so that no frame reads a whole tensor.
struct TensorGlances: Sendable {
  private var taken: [Key: TensorGlance] = [:]

  /// More are not kept.
  private static let most = 4096

  struct Key: Hashable {
    let node: NodeID
    let field: Field
    /// How many contributions are in, -1 where the gradient is still the last step's; all of them
    /// where it is final. A value has all until its update, and none from then on.
    let received: Int
    let size: Size
  }

  subscript(key: Key) -> TensorGlance? { taken[key] }

  mutating func take(_ key: Key, of run: Run, at cursor: Int) {
    guard taken[key] == nil, let glance = TensorGlance(key, of: run, at: cursor) else { return }
    if taken.count >= Self.most { taken = [:] }
    taken[key] = glance
  }

  /// To be told when there is another run.
  mutating func forget() { taken = [:] }
}

extension TensorGlances.Key {
  /// What a box shows in a field at a moment; nil where nothing is known of it.
  init?(_ node: NodeID, _ field: Field, size: Size, of run: Run, at cursor: Int) {
    self.node = node
    self.field = field
    self.size = size
    switch field {
    case .data:
      guard run.isKnown(node, at: cursor) else { return nil }
      received = run.isUpdated(node, at: cursor) ? 0 : .max
    case .grad:
      switch run.gradient(of: node, at: cursor) {
      case .notYet, .never: return nil
      case .final: received = .max
      case .carried: received = -1
      case .partial(_, let count, let expected):
        received = count > 0 && count == expected ? .max : count
      }
    }
  }
}

extension TensorGlance {
  /// Reads the whole tensor.
  init?(_ key: TensorGlances.Key, of run: Run, at cursor: Int) {
    let node = key.node
    let isWhole = key.received == .max
    let tensor =
      key.field == .data
      ? run.tensor(of: node, at: cursor)
      : isWhole ? run.gradientTensor(of: node) : run.gradientTensor(of: node, at: cursor)
    guard let tensor else { return nil }
    grid = TensorGrid(of: tensor, rows: key.size.height, columns: key.size.width)
    range =
      key.field == .data
      ? run.range(of: node, at: cursor)
      : isWhole ? run.gradientRange(of: node) : TensorRange(of: tensor)
  }
}
