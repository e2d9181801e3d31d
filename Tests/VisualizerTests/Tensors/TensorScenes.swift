import CellGrid

@testable import Visualizer

/// Scenes with tensors, and their screens.
enum TensorScenes {
  static let small = """
    # Two layers of small matrices
    const X = [[1, 2, 3], [4, 5, 6]]
    param W = [[0.5, -0.5], [1, 0.25], [-1, 0]]
    param b = [0.5, -0.5]
    const Y = [[1, 0], [0, 1]]
    H = relu(linear(X, W, b))
    L = mse(H, Y)
    """
  static let large = """
    # A network of whole matrices
    const X = randn(100, 784, seed: 1)
    const Y = randn(100, 10, seed: 2)
    P = mlp(X, [50, 10], seed: 3)
    L = mse(P, Y)
    """
  /// A number that meets tensors, a node that receives twice, a fold, a stack, and one without path.
  static let mixed = """
    param k = 2
    param A = [[1, -2], [3, 4]]
    param c = 3
    param unused = [1, 2]
    def twice(x) = x @ A + x * k
    fold twice
    B = twice(A) * A
    S = reshape(B, 2, 1, 2)
    d = unused * c
    L = sum(S) + c
    """

  static func model(
    _ text: String, size: Size = Size(width: 120, height: 40), symbols: Symbols = .unicode
  ) throws -> Model {
    Model(scene: try SceneFiles.scene(text: text), path: "test.txt", size: size, symbols: symbols)
  }
}
