import Foundation

/// The program built beside this one, copied as an installation copies it.
///
/// What the linker has just written lies in the system's cache page by page, and each start maps
/// those pages one by one: a tenth of the time until the first picture. A file that was copied, or
/// read from a disk, as its rival was, lies there in larger pieces.
struct InstalledProgram: ~Copyable {
  let path: String

  init() throws {
    let built = URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("backprop-tui")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("backprop-tui-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copy = folder.appendingPathComponent("backprop-tui")
    try? FileManager.default.removeItem(at: copy)
    try Data(contentsOf: built).write(to: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path)
    path = copy.path
  }

  deinit {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }
}
