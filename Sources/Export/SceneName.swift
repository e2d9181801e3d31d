package import SceneLanguage

extension Source {
  /// What the output calls the scene: the last component of its path.
  var shortName: String {
    String(name.split(separator: "/", omittingEmptySubsequences: true).last ?? name[...])
  }
}

extension Scene {
  /// `chain.txt: The chain rule`, or the name alone where the scene has no title.
  package var heading: String {
    let name = source.shortName.sanitized
    return title.isEmpty ? name : "\(name): \(title.sanitized)"
  }
}
