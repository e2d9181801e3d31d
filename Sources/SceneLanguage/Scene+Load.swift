/// What may be asked of a scene before it is read, and how large it may be.
package struct LoadOptions: Sendable {
  package var maximumBytes = 16 * 1024 * 1024
  package var maximumDepth = 1_000
  package var maximumNodes = 5_000_000
  /// `--output NAME`; nil leaves the scene's own choice.
  package var output: String?

  package init() {}
}

/// The result of reading a scene: a scene, or at least one mistake.
package enum LoadResult: Sendable {
  case scene(Scene)
  case mistakes([Diagnostic])
}
