import Autograd
import Playback

extension Lesson {
  mutating func type(_ key: Key, into search: Search, screen: Screenful) {
    var search = search
    switch search.prompt.press(key) {
    case .accepted: accept(search)
    case .cancelled:
      entry = nil
      chosen = search.origin
      follow(on: screen)
    case .editing: restart(search, screen: screen)
    case .unused(.tab), .unused(.down):
      search.move(by: 1)
      show(search, screen: screen)
    case .unused(.backTab), .unused(.up):
      search.move(by: -1)
      show(search, screen: screen)
    case .unused: break
    }
  }

  /// Keeps the query for the next and the previous match; one that cannot be read stays open.
  private mutating func accept(_ search: Search) {
    guard search.mistake == nil else { return }
    entry = nil
    chosen = search.match ?? search.origin
    guard !search.prompt.text.isEmpty else { return }
    lastSearch = search
    report(search)
  }

  /// Searches for what was just typed or pasted.
  mutating func restart(_ search: Search, screen: Screenful) {
    var search = search
    search.restart(in: run, at: player.cursor)
    show(search, screen: screen)
  }

  private mutating func show(_ search: Search, screen: Screenful) {
    entry = .search(search)
    chosen = search.match ?? search.origin
    viewport.followAgain()
    follow(on: screen)
  }

  /// Finds anew while a search is being typed: the cursor moved by itself, or the scene changed.
  mutating func refreshSearch() {
    guard case .search(var search) = entry else { return }
    search.refresh(in: run, at: player.cursor)
    entry = .search(search)
  }

  /// The scene changed, so the labels a search looks through did.
  mutating func forgetSearchedLabels() {
    lastSearch?.forgetLabels()
    guard case .search(var search) = entry else { return }
    search.forgetLabels()
    search.restart(in: run, at: player.cursor)
    entry = .search(search)
  }

  /// Selects the next match of the last query, with the numbers known now.
  mutating func searchAgain(by distance: Int) {
    guard var search = lastSearch else { return }
    search.refresh(in: run, at: player.cursor)
    search.move(by: distance, from: selected)
    lastSearch = search
    if let match = search.match { chosen = match }
    report(search)
  }

  /// How many there are, and what the one that is selected says now, or that it is not shown.
  private mutating func report(_ search: Search) {
    if let sentence = search.match.flatMap(sentence(aboutLeftOut:)) { return say(sentence) }
    let found = search.match.map { node in
      let value = run.shortText(of: node, at: player.cursor).map { " = \($0)" }
      return ": \(run.labels[node])\(run.labels.isNumber(node) ? "" : value ?? "")"
    }
    say("\(search.standing)  \(search.prompt.text)\(found ?? "")")
  }
}
