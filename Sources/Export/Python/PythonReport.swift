import Autograd
package import Playback
import SceneLanguage

/// A Python program that builds the scene's graph in another library, one line a node, and compares
/// every value and every gradient with the ones computed here.
///
/// It ends with `8 values and 7 gradients agree`, or with status 1 and a sentence for every node
/// that differs.
package struct PythonReport {
  let run: Run
  let library: PythonLibrary
  let names: PythonNames

  package init(run: Run, library: PythonLibrary) {
    self.run = run
    self.library = library
    names = PythonNames(run: run, reserved: library.variables)
  }

  package func write(to stream: inout some TextOutputStream) {
    writeHeader(to: &stream)
    writeDefinitions(to: &stream)
    if hasLargeLeaves { writeLargeLeaves(to: &stream) }
    writeLeaves(to: &stream)
    writeGraph(to: &stream)
    if hasLargeNodes { stream.write(Self.many) }
    writeStatedNumbers(to: &stream)
    stream.write(library.computation.replacing("{output}", with: key(of: run.output)))
    stream.write(differences)
    stream.write(verdict)
  }

  /// What the program's dictionaries know a node by.
  func key(of node: NodeID) -> String { PythonText.quoted(names.keys[node.index]) }

  func value(of node: NodeID) -> Tensor { run.tensor(of: node) }

  func hasGradient(_ node: NodeID) -> Bool { run.gradients[node.index] != nil }

  /// Nil where there never is one.
  func gradient(of node: NodeID) -> Tensor? { run.gradientTensor(of: node) }

  /// Where the scene has the node: `line 8, neuron#1`.
  func place(of node: NodeID) -> String {
    var parts = ["line \(run.scene.line(of: node))"]
    if let group = run.scene.group(of: node) { parts.append(group.label) }
    if run.scene.graph.operation(of: node) == .parameter { parts.append("parameter") }
    let name = run.scene.details[node.index].name
    if let name, name != names.identifiers[node.index] { parts.append(name) }
    return PythonText.comment(parts.joined(separator: ", "))
  }
}

extension PythonReport {
  private func writeHeader(to stream: inout some TextOutputStream) {
    for line in [run.scene.heading] + run.scene.introduction {
      stream.write(PythonText.comment(line) + "\n")
    }
    stream.write(
      """
      #
      # The graph of this scene in \(library.name), one line a node, then what backprop-tui computed, and
      # whether the two agree. To run it: pip install \(library.packages)

      \(preamble)

      """)
  }

  private var preamble: String {
    guard hasLargeLeaves else { return library.preamble }
    return library.preamble.replacing(
      "import sys\n", with: "import base64\nimport sys\nimport zlib\n", maxReplacements: 1)
  }

  /// The functions that the scene's operations need beside the library's, each once.
  private func writeDefinitions(to stream: inout some TextOutputStream) {
    var isWritten = [Bool](repeating: false, count: Primitive.all.count)
    for node in run.scene.graph.nodes {
      guard case .primitive(let primitive) = run.scene.graph.operation(of: node),
        let definition = library.spelling(of: primitive).definition,
        !isWritten[Int(primitive.id)]
      else { continue }
      isWritten[Int(primitive.id)] = true
      stream.write("\n\n\(definition)\n")
    }
  }
}
