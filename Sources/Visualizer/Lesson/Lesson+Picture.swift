import Autograd
import CellGrid
import GraphLayout
import Playback
import SceneLanguage

extension Lesson {
  /// The picture of a run; of a large one a sketch, and what it is to become.
  static func picture(
    of run: Run, _ metrics: Picture.Metrics, _ scope: PictureScope
  ) -> (Picture, PendingPicture?) {
    let count = scope.paths?.count ?? run.nodeCount
    guard count >= PendingPicture.patience else {
      return (Picture(run: run, metrics: metrics, scope: scope), nil)
    }
    let pending = PendingPicture(Picture(unplaced: run, metrics: metrics, scope: scope))
    return (pending.sketch, pending)
  }

  /// How much is shown of a node, also where the layout for it is not done yet.
  package var zoom: Picture.Zoom { pending?.zoom ?? picture.metrics.zoom }

  /// What is drawn, also where the layout for it is not done yet.
  var scope: PictureScope { pending?.scope ?? picture.scope }

  /// Lays the graph out anew. Until a large one is done, the picture stays, if it is of this graph.
  mutating func redraw(
    _ scope: PictureScope, zoom: Picture.Zoom? = nil, on screen: Screenful,
    keepingPicture: Bool = true
  ) {
    var metrics = screen.metrics
    metrics.zoom = zoom ?? self.zoom
    let (picture, pending) = Self.picture(of: run, metrics, scope)
    self.pending = pending
    if pending == nil || !keepingPicture { self.picture = picture }
  }

  /// Goes on with a layout.
  mutating func work(screen: Screenful) {
    guard let finished = pending?.advance() else { return }
    pending = nil
    keepingPlace(on: screen) { $0.picture = finished }
  }

  /// Stops a layout, and stays at the picture there is.
  mutating func cancelLayout() {
    pending = nil
    say("Stopped; z draws the next size.")
  }

  /// Changes how much is shown, with the box that matters where it was on the screen.
  mutating func changePicture(_ command: Command, screen: Screenful) {
    var scope = scope
    switch command {
    case .zoom: return keepingPlace(on: screen) { $0.show($0.zoom.next, on: screen) }
    case .fit: return fit(on: screen)
    case .toggleMinimap: return toggleMinimap(on: screen)
    case .togglePaths:
      guard togglePaths(in: &scope) else { return }
    case .toggleAllGroups:
      guard !run.scene.groups.isEmpty else { return say(Self.noGroups) }
      scope.folding.toggleAll(of: run.scene)
    case .fold:
      guard let group = groupToClose else {
        return say(closedGroup == nil ? noGroup(of: selected) : "It is folded; Enter opens it.")
      }
      scope.folding.toggle(group)
    default:
      guard let group = groupToToggle else { return say(noGroup(of: selected)) }
      scope.folding.toggle(group)
    }
    keepingPlace(on: screen) { $0.redraw(scope, on: screen) }
  }

  private mutating func toggleMinimap(on screen: Screenful) {
    guard minimap == nil else {
      minimap = nil
      return
    }
    guard MinimapPanel.fits(arrangement(on: screen).graph) else {
      return say("There is no room for a map beside the picture.")
    }
    minimap = Minimap(of: picture.drawing)
  }

  private mutating func show(_ zoom: Picture.Zoom, on screen: Screenful) {
    // The order is known: cells need no layout of their own.
    guard zoom == .cells, scope == picture.scope else {
      return redraw(scope, zoom: zoom, on: screen)
    }
    pending = nil
    picture = picture.condensed()
  }

  mutating func keepingPlace(on screen: Screenful, _ change: (inout Lesson) -> Void) {
    let before = place
    change(&self)
    viewport.move(by: place.origin, from: before.origin)
    follow(on: screen)
  }

  /// The closest zoom at which the whole drawing is in sight, or one cell a node where none is.
  private mutating func fit(on screen: Screenful) {
    viewport.followAgain()
    let cells = screen.size.width * screen.size.height
    for candidate in Picture.Zoom.allCases
    where candidate == .cells || picture.boxes.count * candidate.leastArea <= cells {
      show(candidate, on: screen)
      let visible = arrangement(on: screen).graph.size
      let size = picture.drawing.size
      if size.width <= visible.width, size.height <= visible.height { break }
      if candidate == .cells { say("One cell a node is more than the screen; M shows a map.") }
    }
    follow(on: screen)
  }

  /// The group Enter opens or closes: the closed one that is selected, else the innermost one
  /// around the selection.
  var groupToToggle: Int? { closedGroup ?? innermostGroup }

  /// The group to close next: the innermost open one around the selection.
  private var groupToClose: Int? {
    closedGroup.map { run.scene.groups[$0].parent } ?? innermostGroup
  }

  /// The closed group that is selected, also where it is not drawn as one yet.
  var closedGroup: Int? {
    (pending?.plan ?? picture.plan).group(around: selected)
  }

  private var innermostGroup: Int? {
    let group = Int(run.scene.details[selected.index].group)
    return group >= 0 ? group : nil
  }

  private func noGroup(of node: NodeID) -> String {
    run.scene.groups.isEmpty
      ? Self.noGroups : "\(run.labels[node]) was made outside of any function."
  }

  private static let noGroups = "This scene calls no function of its own: there is nothing to fold."

  /// Whether something of a step is seen: what happens inside of a closed group is not, nor what
  /// comes from a node that is left out or goes there.
  func shows(_ step: Step) -> Bool {
    guard !picture.scope.isWhole else { return true }
    switch step.kind {
    case .value(let node), .seed(let node), .final(let node), .update(let node):
      return picture.plan.shows(node)
    case .zero: return true
    case .contribution(let arrival):
      return picture.wire(of: arrival.contribution) != nil
        && !picture.plan.leavesOut(arrival.contribution.to)
    }
  }
}
