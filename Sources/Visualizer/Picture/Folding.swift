import Autograd
package import SceneLanguage

/// Which groups are closed, each drawn as one box.
package struct Folding: Hashable, Sendable {
  /// The closed groups, as indices into the scene's groups, ascending.
  package private(set) var closed: [Int] = []

  /// Everything open.
  package init() {}

  /// As the scene says: `fold NAME` closes the groups that function made.
  package init(of scene: Scene) {
    guard !scene.folds.isEmpty else { return }
    closed = scene.groups.indices.filter { scene.folds.contains(scene.groups[$0].function) }
  }

  package mutating func toggle(_ group: Int) {
    if let place = closed.firstIndex(of: group) {
      closed.remove(at: place)
    } else {
      closed.append(group)
      closed.sort()
    }
  }

  /// Closes every group, or opens every one where all are closed.
  package mutating func toggleAll(of scene: Scene) {
    closed = closed.count == scene.groups.count ? [] : Array(scene.groups.indices)
  }

  /// The same groups of another scene, found by function and call.
  package func carried(from old: Scene, to new: Scene) -> Folding {
    guard !closed.isEmpty else { return self }
    let names = Set(closed.map { Name(old.groups[$0]) })
    var folding = Folding()
    folding.closed = new.groups.indices.filter { names.contains(Name(new.groups[$0])) }
    return folding
  }

  /// For every group the outermost closed one around it or itself; -1 where none is closed.
  ///
  /// Complexity: linear in the number of groups: a group comes after its parent.
  func outermost(in scene: Scene) -> [Int] {
    var outermost = [Int](repeating: -1, count: scene.groups.count)
    var next = closed[...]
    for (index, group) in scene.groups.enumerated() {
      let isClosed = next.first == index
      if isClosed { next.removeFirst() }
      let around = group.parent.map { outermost[$0] } ?? -1
      outermost[index] = around >= 0 ? around : isClosed ? index : -1
    }
    return outermost
  }

  private struct Name: Hashable {
    let function: String
    let call: Int

    init(_ group: Scene.Group) {
      function = group.function
      call = group.call
    }
  }
}
