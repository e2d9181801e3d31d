import Foundation
import Playback
import SceneLanguage

/// The program itself in a pseudo-terminal of 120x40, from outside.
enum TerminalBenchmark {
  private static let scene = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scenes/chain.txt").path

  private static let vim = ["/usr/bin/vim", "/usr/local/bin/vim", "/opt/homebrew/bin/vim"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func measure() throws -> Table {
    var table = Table("chain.txt, 120x40", "measured", "of vim", "must", "goal")
    let copy = try InstalledProgram()
    try start(copy.path, in: &table)
    let ours = try TerminalProgram(copy.path, [scene], columns: 120, rows: 40)
    let picture = try check(ours.firstPicture())
    table.add("first picture, bytes", String(picture.bytes.count), "", "", "")
    #if os(Linux)
      table.add("resident memory, MiB", ours.residentMegabytes.brief, "", "15", "8")
    #endif
    for level in [Level.node, .contribution] { try step(level, ours, in: &table) }
    #if os(Linux)
      let before = ours.processorTicks
      Thread.sleep(forTimeInterval: 3)
      table.add("idle for 3 s, ticks", String(ours.processorTicks - before), "", "0", "0")
    #endif
    return table
  }

  /// Both from being started to the last byte of the first picture, in turn.
  private static func start(_ program: String, in table: inout Table) throws {
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<81 {
      ours.append(try start(program, [scene], leavingBy: "q").seconds)
      guard let vim else { continue }
      // Killed, it would leave a swap file, and the next one would warn of it.
      theirs.append(try start(vim, ["-u", "NONE", scene], leavingBy: ":q!\r").seconds)
    }
    let name = "first picture, ms"
    guard vim != nil else {
      table.add(name, (ours.median * 1e3).brief, "", "", "")
      table.note("vim is not installed here, so the first picture has nothing beside it.")
      return
    }
    let ratio = zip(ours, theirs).map { $0 / $1 }.median
    table.add(name, (ours.median * 1e3).brief, ratio.brief, "1.0", "0.5")
    table.note("vim -u NONE takes \((theirs.median * 1e3).brief) ms for its first picture.")
  }

  /// A program's first picture. A machine that stands still for longer than a picture's silence has
  /// shown a part of it, and the program is started again.
  private static func start(
    _ path: String, _ arguments: [String], leavingBy keys: String
  ) throws -> TerminalProgram.Output {
    for _ in 0..<5 {
      // Lets the program before leave the machine.
      Thread.sleep(forTimeInterval: 0.03)
      let program = try TerminalProgram(path, arguments, columns: 120, rows: 40)
      let output = program.firstPicture()
      _ = program.press(keys)
      if let picture = try? check(output) { return picture }
    }
    throw Disagreement(description: "\(path) draws no picture of the scene")
  }

  /// Every step of the scene forward and all the way back, a key at a time.
  private static func step(
    _ level: Level, _ program: borrowing TerminalProgram, in table: inout Table
  ) throws {
    let (forward, back) = level == .node ? ("n", "N") : ("s", "S")
    let count = try stops(level)
    let frames =
      (0..<count).map { _ in program.press(forward) } + (0..<count).map { _ in program.press(back) }
    guard frames.allSatisfy({ !$0.bytes.isEmpty }) else {
      throw Disagreement(description: "a step of level \(level) drew nothing")
    }
    let name = "step by \(level), \(frames.count) keys"
    table.add(name + ", ms", (frames.map(\.seconds).median * 1e3).brief, "", "2", "0.7")
    table.add(
      name + ", bytes", frames.map { Double($0.bytes.count) }.median.brief, "", "1,000", "500")
  }

  /// How often the key for the next step does something.
  private static func stops(_ level: Level) throws -> Int {
    let source = Source(name: scene, text: try String(contentsOfFile: scene, encoding: .utf8))
    guard case .scene(let scene) = Scene.load(source) else {
      throw Disagreement(description: "\(scene) has mistakes")
    }
    var player = Player(run: Run(scene: scene))
    var count = 0
    while !player.isAtEnd {
      player.forward(level)
      count += 1
    }
    return count
  }

  /// A picture has something to show of the scene.
  private static func check(_ output: TerminalProgram.Output) throws -> TerminalProgram.Output {
    guard String(decoding: output.bytes, as: UTF8.self).contains("sigmoid") else {
      throw Disagreement(description: "no picture of the scene was drawn")
    }
    return output
  }
}
