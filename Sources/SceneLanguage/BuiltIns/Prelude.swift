/// The functions that come with the language and are written in it: each call makes a group that
/// folds, as those of the scene's own functions do.
///
/// `mse` is the mean of squares, `nll` and `cross_entropy` the mean over the rows of a batch of what
/// the row's own class was given, as in Gugger, "A simple neural net in numpy" (2018), which clips
/// probabilities at 1e-8; `hinge` is the loss of micrograd's demonstration.
enum Prelude {
  static let text = """
    def linear(x, W, b) = x @ W + b
    def mse(prediction, target) = mean((prediction - target)^2)
    def cross_entropy(probabilities, target) = \
    -mean(sum(target * clipped_log(probabilities), axis: -1))
    def nll(log_probabilities, target) = -mean(sum(target * log_probabilities, axis: -1))
    def bce(p, y) = mean(binary_cross_entropy(p, y))
    def hinge(score, y) = mean(relu(1 - y * score))

    """

  static let names = ["linear", "mse", "cross_entropy", "nll", "bce", "hinge"]
}

extension Syntax {
  /// Adds the functions of the prelude, where a call in the scene means one of them.
  mutating func addPrelude(options: LoadOptions) {
    let isNeeded = calls.contains { words.isPrelude($0.function) }
    guard isNeeded else { return }
    let (firstStatement, ownComments, ownTitle) = (statements.count, comments, titleComments)
    var bytes = Array(Prelude.text.utf8)
    bytes.append(0)
    let firstFunction = functions.count
    self = bytes.withUnsafeBufferPointer { buffer in
      var parser = Parser(bytes: buffer, continuing: self, options: options)
      parser.parseStatements()
      return parser.finished()
    }
    preludeFunctions = firstFunction..<functions.count
    statements.removeLast(statements.count - firstStatement)
    (comments, titleComments) = (ownComments, ownTitle)
  }
}
