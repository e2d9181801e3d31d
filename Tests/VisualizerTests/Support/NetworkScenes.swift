/// Networks written out as scenes, neuron by neuron, with shared parameters.
enum NetworkScenes {
  /// `inputs` values, then a layer of neurons for each of `layers`, for each of the samples, and the
  /// sum of the squared results.
  ///
  /// - Parameter usesFunctions: whether a neuron is a call, and so a group.
  static func text(
    inputs: Int, layers: [Int], samples: Int = 1, usesFunctions: Bool = false
  ) -> String {
    var lines = ["# A network"]
    let sizes = [inputs] + layers
    if usesFunctions { lines += Set(sizes.dropLast()).sorted().map(definition) }
    for (layer, (from, to)) in zip(sizes, sizes.dropFirst()).enumerated() {
      for neuron in 0..<to {
        lines += (0..<from).map { "param w\(layer)_\(neuron)_\($0) = 0.\($0 + neuron + 1)" }
        lines.append("param b\(layer)_\(neuron) = -0.1")
      }
    }
    for sample in 0..<samples {
      lines += (0..<inputs).map { "x\(sample)_0_\($0) = \($0 - 1)" }
      for (layer, (from, to)) in zip(sizes, sizes.dropFirst()).enumerated() {
        for neuron in 0..<to {
          let xs = (0..<from).map { "x\(sample)_\(layer)_\($0)" }
          let ws = (0..<from).map { "w\(layer)_\(neuron)_\($0)" }
          let name = "x\(sample)_\(layer + 1)_\(neuron)"
          let bias = "b\(layer)_\(neuron)"
          lines.append(
            usesFunctions
              ? "\(name) = neuron\(from)(\((xs + ws + [bias]).joined(separator: ", ")))"
              : "\(name) = tanh(\(sum(xs, ws, bias)))")
        }
      }
    }
    let losses = (0..<samples).map { "x\($0)_\(layers.count)_0^2" }
    return (lines + ["L = " + losses.joined(separator: " + ")]).joined(separator: "\n")
  }

  private static func definition(_ count: Int) -> String {
    let xs = (0..<count).map { "x\($0)" }
    let ws = (0..<count).map { "w\($0)" }
    let names = (xs + ws + ["b"]).joined(separator: ", ")
    return "def neuron\(count)(\(names)) = tanh(\(sum(xs, ws, "b")))"
  }

  private static func sum(_ xs: [String], _ ws: [String], _ bias: String) -> String {
    zip(xs, ws).map { "\($0) * \($1)" }.joined(separator: " + ") + " + \(bias)"
  }
}
