import Autograd
import Playback

extension OperationsReport {
  package func writeText(to stream: inout some TextOutputStream) {
    var table = TextTable(header: ["operation", "name", "∂/∂x", "∂/∂y", "at a kink"])
    for primitive in primitives {
      let rules = primitive.rules.map(\.sentence) + [""]
      table.append([
        notation(of: primitive), primitive.name, rules[0], rules[1], primitive.convention ?? "",
      ])
    }
    stream.write("Primitives, with the local derivative for each operand; out is the value.\n\n")
    table.write(to: &stream)
  }
}
