#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of files that come with the program.
enum ProgramFolder {
  /// The folder's path, beside an installed program or above one that was built in the source
  /// tree; `file` is what it can be told by.
  static func path(_ name: String, with file: String) -> String? {
    guard let program = programPath() else { return nil }
    let parts = program.split(separator: "/").dropLast()
    let ancestors = (0...parts.count).reversed().map {
      parts.prefix($0).map { "/" + $0 }.joined()
    }
    let installed = (ancestors.dropFirst().first ?? "") + "/share/backprop-tui/" + name
    let candidates = [installed] + ancestors.map { $0 + "/" + name }
    return candidates.first { access("\($0)/\(file)", R_OK) == 0 }
  }

  private static func programPath() -> String? {
    let path = CommandLine.arguments.first ?? ""
    #if os(Linux)
      let resolved = realpath("/proc/self/exe", nil) ?? realpath(path, nil)
    #else
      let resolved = realpath(path, nil)
    #endif
    guard let resolved else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names of a folder's text files without their ending, in the order of their full names; none
  /// where there is no such folder.
  static func textFiles(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt"), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { String($0.dropLast(4)) }
  }
}
