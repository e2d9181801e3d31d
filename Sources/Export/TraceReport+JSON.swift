import Autograd
import Playback
import SceneLanguage

extension TraceReport {
  package func writeJSON(to stream: inout some TextOutputStream) {
    var json = JSONWriter()
    json.object { json in
      json.member("scene", run.scene.source.shortName)
      json.member("output", run.labels[run.output])
      json.member("steps", lines: steps, to: &stream) { json, step in
        json.object { write(step, to: &$0) }
      }
    }
    json.drain(to: &stream)
    stream.write("\n")
  }

  private func write(_ step: Step, to json: inout JSONWriter) {
    json.member("index", step.index)
    json.member("phase", step.phase.rawValue)
    json.member("kind", step.kind.name)
    json.member("text", run.text(of: step.index))
    json.member("note", note(of: step))
    switch step.kind {
    case .value(let node):
      json.member("node", node)
      json.member("value", run.values[node.index])
    case .seed(let node):
      json.member("node", node)
      json.member("gradient", 1.0)
    case .contribution(let arrival):
      write(arrival, to: &json)
    case .final(let node):
      json.member("node", node)
      json.member("gradient", run.gradients[node.index])
    }
  }

  private func write(_ arrival: Arrival, to json: inout JSONWriter) {
    let contribution = arrival.contribution
    json.member("from", contribution.from)
    json.member("slot", contribution.slot)
    json.member("to", contribution.to)
    json.member("upstream", contribution.upstream)
    json.member("local", contribution.local)
    json.member("amount", contribution.amount)
    json.member("before", arrival.before)
    json.member("total", arrival.total)
    json.member("received", arrival.received)
    json.member("expected", arrival.expected)
  }
}
