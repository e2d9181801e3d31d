import Autograd
import Playback
import SceneLanguage

/// Showing only what is on a path through a node to the output.
extension Lesson {
  /// Limits a scope to the paths through the selection, or lifts the limit; false, with a reason,
  /// where there is no such path.
  mutating func togglePaths(in scope: inout PictureScope) -> Bool {
    guard scope.paths == nil else {
      scope.paths = nil
      say(Self.allShown)
      return true
    }
    let node = (pending?.plan ?? picture.plan).shown(selected) ?? selected
    let (label, output) = (run.labels[node], run.labels[run.output])
    guard let paths = paths(through: node) else {
      say("No path leads from \(label) to \(output): all nodes stay.")
      return false
    }
    guard paths.count < run.nodeCount else {
      say("Every node is on a path through \(label) to \(output): all stay.")
      return false
    }
    scope.paths = paths
    let shown = node == run.output ? "what \(output) depends on" : "the paths through \(label)"
    say("Only \(shown): \(paths.count) of \(run.nodeCount.counted("node")); & shows all.")
    return true
  }

  /// Finds the paths anew when backward starts elsewhere; without one, all nodes are shown again.
  mutating func keepPaths(on screen: Screenful) {
    guard let before = scope.paths else { return }
    var scope = scope
    scope.paths = paths(through: before.node)
    keepingPlace(on: screen) { $0.redraw(scope, on: screen) }
  }

  /// What was drawn of another scene, in this one: the same groups, and the paths through the node
  /// of the same name, if there are any.
  func scope(carriedFrom old: Run, isSameGraph: Bool) -> PictureScope {
    let node = scope.paths.flatMap { paths in
      isSameGraph ? paths.node : run.namesake(of: paths.node, in: old)
    }
    return PictureScope(
      folding: scope.folding.carried(from: old.scene, to: run.scene),
      paths: node.flatMap(paths))
  }

  /// That all nodes are shown again, where the paths that were shown are no more; else nil.
  func remark(onPathsBefore hadPaths: Bool) -> String? {
    hadPaths && scope.paths == nil ? Self.allShown : nil
  }

  private static let allShown = "All nodes are shown again."

  /// Why nothing of the step is seen; nil where something is, or could be.
  var stepLeftOut: String? {
    picture.plan.leavesOut(focus) ? "This is on none of the paths that are shown." : nil
  }

  /// Says that the selection is not in the picture, where it just came to a node that is left out
  /// and the key has said nothing else.
  mutating func noteLeftOut() {
    if notice == nil, let sentence = chosen.flatMap(sentence(aboutLeftOut:)) { say(sentence) }
  }

  /// That a node is not in the picture; nil where it is.
  func sentence(aboutLeftOut node: NodeID) -> String? {
    picture.plan.leavesOut(node)
      ? "\(run.labels[node]) is on none of the paths that are shown; & shows all." : nil
  }

  private func paths(through node: NodeID) -> OutputPaths? {
    OutputPaths(through: node, to: run.output, in: run.scene.graph)
  }
}
