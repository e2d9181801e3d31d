import Foundation

/// micrograd itself, from PyPI, on the moons network: the whole loss over all 100 points.
enum Micrograd {
  static func measure(_ network: MoonsNetwork, in table: inout Table) {
    do {
      let python = try Python.program()
      let script = Subprocess.script("moons_micrograd.py")
      let output = try Subprocess.run(python, [script], input: network.text) ?? ""
      let answers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      let loss = network.workload.values.last ?? .nan
      guard answers.count == 2, (answers[1] - loss).magnitude <= 1e-9 * loss else {
        throw Disagreement(description: "\(output), and the loss is \(loss) here")
      }
      table.add(
        "moons network, 65,818 nodes", "micrograd, one step of 100 points, ns a node", "",
        (answers[0] * 1e9 / 65_818).brief, "", "", "")
    } catch {
      table.note("micrograd is left out: \(error)")
    }
  }
}
