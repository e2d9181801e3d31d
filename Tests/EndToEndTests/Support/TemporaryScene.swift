import Foundation

/// A scene's file in a folder of its own, which goes away with it.
final class TemporaryScene {
  let folder: String
  let path: String

  /// Four nodes and 13 steps; every box is in sight at 80x24.
  static let small = """
    # A small lesson
    x = 2        # used twice
    w = 0.5
    a = x * w
    L = a + x

    """

  init(_ text: String = small, name: String = "small.txt") throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lesson-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder.path
    path = folder.appendingPathComponent(name).path
    try write(text)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  /// In place, so that permissions and links stay.
  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  var permissions: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? Int) ?? -1
  }

  func setPermissions(_ permissions: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  /// A program of the shell beside the scene, as the command that runs it. The shell reads it: a
  /// file that was just written cannot be executed while another process that a test started holds
  /// it open.
  func script(_ text: String) throws -> String {
    let path = folder + "/script"
    try Data("\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
    return "/bin/sh \(path)"
  }

  /// Another name for the scene.
  func link(_ name: String) throws -> String {
    let link = folder + "/" + name
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    return link
  }

  static func contents(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}

extension Session {
  /// Opens a scene and waits for its first picture.
  convenience init(
    _ scene: TemporaryScene, environment: [String: String?] = [:], columns: Int = 120,
    rows: Int = 40
  ) throws {
    try self.init(
      arguments: [scene.path], environment: environment, columns: columns, rows: rows)
  }

  /// Whether the header names the step.
  func isAt(step: Int) -> Bool { emulator.line(0).contains(" \(step) of ") }

  func press(_ key: Keystroke, untilStep step: Int) throws {
    press(key)
    try wait(until: "step \(step)") { $0.isAt(step: step) }
  }

  /// Selects a node by its name.
  func select(_ name: String) throws {
    press("/")
    try wait(until: "the search") { $0.bottom.hasPrefix(" /") }
    send(name)
    try wait(until: "one found") { $0.bottom.contains("Enter take") }
    press(.enter)
    try wait(until: "the keys again") { !$0.bottom.hasPrefix(" /") }
  }

  /// Opens the prompt for the selected value and types another.
  func edit(to text: String) throws {
    press("e")
    try wait(until: "the prompt") { $0.bottom.contains(" = ") }
    press(.control("u"))
    send(text)
    try wait(until: "the text") { $0.bottom.contains("= \(text)") }
    press(.enter)
    settle(milliseconds: 25)
  }

  /// The last line: the keys, a sentence, or what is being typed.
  var bottom: String { emulator.line(emulator.rows - 1) }

  /// Where a text stands on the screen, counted from 0.
  func place(of text: String) -> (column: Int, row: Int)? {
    for row in 0..<emulator.rows {
      let line = emulator.line(row)
      if let range = line.range(of: text) {
        return (line.distance(from: line.startIndex, to: range.lowerBound), row)
      }
    }
    return nil
  }
}
