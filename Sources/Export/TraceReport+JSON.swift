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
      json.member("value", run.tensor(of: node))
    case .zero(let nodes):
      json.member("node", nodes[0])
      json.member("gradient", Tensor(repeating: 0, shape: run.shape(of: nodes[0])))
    case .seed(let node):
      json.member("node", node)
      json.member("gradient", Tensor(repeating: 1, shape: run.shape(of: node)))
    case .contribution(let arrival):
      write(arrival, to: &json)
    case .final(let node):
      json.member("node", node)
      json.member("gradient", run.gradientTensor(of: node))
    case .update(let node):
      json.member("node", node)
      json.member("value", run.tensor(of: node, at: run.stepCount))
    }
  }

  private func write(_ arrival: Arrival, to json: inout JSONWriter) {
    let contribution = arrival.contribution
    json.member("from", contribution.from)
    json.member("slot", contribution.slot)
    json.member("to", contribution.to)
    json.member("upstream", run.upstream(of: arrival))
    json.member("local", run.isOfNumbers(contribution) ? contribution.local : nil)
    json.member("amount", run.amount(of: arrival))
    json.member("before", run.before(arrival))
    json.member("total", run.total(after: arrival))
    json.member("received", arrival.received)
    json.member("expected", arrival.expected)
  }
}
