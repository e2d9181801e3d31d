/// How fast a training goes and whether it sets gradients to 0, step by step: both may be changed on
/// the way, and a step that is made again is made as it was.
struct Settings: Sendable {
  struct Setting: Hashable, Sendable {
    var rate: Double
    var zeroesGradients: Bool
  }

  /// From which step on each setting holds, counted from 0; the first one from the start.
  private var changes: [(step: Int, setting: Setting)]

  init(_ setting: Setting) { changes = [(0, setting)] }

  /// The same with a change of every setting.
  func changed(_ change: (inout Setting) -> Void) -> Settings {
    var settings = self
    for index in changes.indices { change(&settings.changes[index].setting) }
    return settings
  }

  /// What holds at a step. Setting it holds for all later ones as well.
  subscript(step: Int) -> Setting {
    get { changes.last { $0.step <= step }?.setting ?? changes[0].setting }
    set {
      changes.removeAll { $0.step >= step && $0.step > 0 }
      if step == 0 { changes = [] }
      changes.append((step, newValue))
    }
  }
}
