import Autograd
import Playback
import SceneLanguage

extension CheckReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("scene", run.scene.source.shortName)
      json.member("passed", passed)
      json.member("expectations", lines: expectations, to: &stream) { json, outcome in
        json.object { write(outcome, to: &$0) }
      }
      json.member("gradients", lines: gradients.entries, to: &stream) { json, entry in
        json.object { write(entry, to: &$0) }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }

  private func write(_ outcome: Outcome, to json: inout JSONWriter) {
    json.member("name", outcome.expectation.name)
    json.member("quantity", outcome.expectation.isGradient ? "gradient" : "value")
    json.member("line", outcome.expectation.line)
    json.member("stated", outcome.expectation.value)
    json.member("actual", outcome.actual)
    json.member("difference", outcome.difference)
    json.member("tolerance", outcome.expectation.tolerance)
    json.member("passed", outcome.passed)
  }

  private func write(_ entry: GradientCheck.Entry, to json: inout JSONWriter) {
    json.member("node", entry.node)
    json.member("analytic", entry.analytic)
    json.member("numeric", entry.numeric)
    json.member("relative_error", entry.relativeError)
    json.member("kink", entry.isAtKink)
  }
}
