import Autograd
import Playback
import SceneLanguage

extension PythonReport {
  /// Tensors of more numbers are packed where they are leaves, and else known by their sums.
  static let longestLiteral = 5_000

  func isLarge(_ node: NodeID) -> Bool { run.shape(of: node).count > Self.longestLiteral }

  var hasLargeNodes: Bool { run.scene.graph.nodes.contains(where: isLarge) }
  var hasLargeLeaves: Bool {
    run.scene.graph.nodes.contains { isLarge($0) && run.scene.graph.operation(of: $0).isLeaf }
  }

  /// The numbers of the large leaves, and what unpacks them.
  func writeLargeLeaves(to stream: inout some TextOutputStream) {
    stream.write(
      """


      def unpacked(text, kind, divisor, shape):
          \"""The numbers in a text: base64 of what zlib packed.\"""
          numbers = np.frombuffer(zlib.decompress(base64.b64decode(text)), kind)
          return np.divide(numbers, divisor, dtype=float).reshape(shape)


      # The leaves of more than \(Self.longestLiteral) numbers.
      large = {

      """)
    for node in run.scene.graph.nodes
    where isLarge(node) && run.scene.graph.operation(of: node).isLeaf {
      let tensor = value(of: node)
      let form = PackedForm(of: tensor.elements)
      let (before, after) = library.aroundLeaf
      stream.write("    \(key(of: node)): \(before)unpacked(\"\"\"\n")
      Self.write(tensor.elements, as: form, to: &stream)
      let shape = PythonText.tuple(tensor.shape)
      stream.write("\"\"\", \"\(form.name)\", \(form.divisor), \(shape))\(after),\n")
    }
    stream.write("}\n")
  }

  /// Piece by piece: beside the numbers themselves, nothing takes memory that grows with them.
  private static func write(
    _ numbers: [Double], as form: PackedForm, to stream: inout some TextOutputStream
  ) {
    let packing = DeflateStream()
    var lines = Base64Lines()
    let size = 1 << 15
    for start in stride(from: 0, to: numbers.count, by: size) {
      let end = min(start + size, numbers.count)
      packing.pack(form.bytes(of: numbers[start..<end]), isLast: end == numbers.count) {
        lines.append($0, to: &stream)
      }
    }
    lines.finish(to: &stream)
  }

  /// What the program compares with a tensor.
  static func stated(_ tensor: Tensor) -> String {
    guard tensor.elements.count > longestLiteral else {
      return PythonText.numbers(tensor, indentation: 8)
    }
    let many = ManyNumbers(tensor.elements)
    let some = PythonText.numbers(
      Tensor(many.some, shape: Shape([many.some.count])), indentation: 8)
    let sums = [many.sum, many.norm, many.weightedSum].map(\.description)
    let shape = PythonText.tuple(tensor.shape)
    return "Many(\(shape), \(many.step), \(some), \(sums.joined(separator: ", ")))"
  }

  /// What the program knows of many numbers, as `ManyNumbers` has it.
  static let many = """


    class Many:
        \"""Some of many numbers, and sums of all: one that is wrong, or at another's place, changes them.

        `some` are x[0], x[step], x[2 * step] ... in the order of rows. The sums are those of the finite
        x[i]: the sum of x[i], the root of the sum of x[i]**2, and the sum of w[i] * x[i], where w[i] is
        (2654435761 * i mod 2**32) / 2**31 - 1.
        \"""

        def __init__(self, shape, step, some, *sums):
            self.shape, self.step, self.some, self.sums = shape, step, np.array(some), sums

        def __str__(self):
            return f"{self.some.size} of {np.prod(self.shape)} numbers"

        def differences(self, here, subject, rounding):
            numbers = here.ravel()
            some = numbers[:: self.step]
            agrees = np.isclose(some, self.some, rtol=1e-9, atol=rounding, equal_nan=True)
            for place in np.flatnonzero(~agrees)[:1].tolist():
                index = [int(i) for i in np.unravel_index(place * self.step, self.shape)]
                yield f"{subject} at {index} is {some[place]}, backprop-tui has {self.some[place]}"
            total, size, squares, weighted = 0.0, 0.0, 0.0, 0.0
            for start in range(0, numbers.size, 2**20):
                x = numbers[start : start + 2**20]
                x = np.where(np.isfinite(x), x, 0.0)
                i = np.arange(start, start + x.size, dtype=np.uint64)
                w = i * np.uint64(2654435761) % np.uint64(2**32) / 2**31 - 1
                total, size = total + x.sum(), size + np.abs(x).sum()
                squares, weighted = squares + (x * x).sum(), weighted + (w * x).sum()
            norm = np.sqrt(squares)
            words = ["sum", "norm", "weighted sum"]
            for word, a, b, of in zip(words, [total, norm, weighted], self.sums, [size, norm, size]):
                atol = 1e-9 * of + rounding * np.sqrt(numbers.size)
                if not np.isclose(a, b, rtol=0, atol=atol, equal_nan=True):
                    yield f"{subject} has the {word} {a}, backprop-tui has {b}"

    """
}
