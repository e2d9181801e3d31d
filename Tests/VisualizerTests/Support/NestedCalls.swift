import Testing

@testable import Visualizer

/// The beginning of a scene with a function that calls another.
enum NestedCalls {
  static let beginning = """
    def sq(x) = x * x
    def neuron(x, w, b):
      s = sq(x) * w
      return tanh(s + b)
    x = 0.5
    param w = 2
    param b = -1

    """
}

extension Model {
  /// What stands in the boxes of the picture.
  func boxTitles() throws -> [String] { try #require(lesson).picture.boxes.map(\.title) }
}
