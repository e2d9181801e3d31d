extension Training.Obstacle {
  /// A sentence for the reader.
  package var message: String {
    switch self {
    case .noParameters:
      "there is nothing to train: write 'param' in front of what training may change"
    case .batchTooLarge(let size, let samples):
      "a batch of \(size) is more than the \(samples) samples there are"
    case .cannotBeBatched(let reason):
      "the scene cannot be cut into batches: \(reason)"
    }
  }
}
