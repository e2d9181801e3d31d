import Autograd
import Playback

extension OperationsReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("primitives", lines: primitives, to: &stream) { json, primitive in
        json.object { json in
          json.member("name", primitive.name)
          json.member("notation", notation(of: primitive))
          json.member("arity", primitive.arity)
          json.member("defaults", primitive.defaults)
          json.member("summary", primitive.summary)
          json.member("derivatives", primitive.rules.map(\.sentence))
          json.member("convention", primitive.convention)
        }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }
}
