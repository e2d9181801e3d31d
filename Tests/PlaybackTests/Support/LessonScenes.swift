import Autograd
import Playback
import SceneLanguage
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The scenes whose every step the laws of explanations are tested on.
enum LessonScenes {
  /// One small scene for each primitive at each of its sample points, and at 0.
  static func primitives() throws -> [Scene] {
    try Primitive.elementwise.flatMap { primitive in
      try (primitive.samples + [primitive.samples[0].map { _ in 0 }]).map { sample in
        var builder = HandBuiltScene()
        let x = builder.input("a", sample[0])
        let y = sample.count > 1 ? builder.input("b", sample[1]) : nil
        let inner = try builder.apply(primitive.name, x, y, named: "c")
        let output = try builder.apply("sin", inner, named: "L")
        return builder.scene(output: output)
      }
    }
  }

  /// The scenes that come with the program.
  static func files() throws -> [Scene] {
    // What is said about tensors are sentences, and no formulas that could be worked out again.
    try texts().map { try Scene.reading($0) }.filter(\.graph.isScalar)
  }

  private static func texts() throws -> [String] {
    let folder = #filePath.split(separator: "/").dropLast(4).map(String.init)
    let path = "/" + folder.joined(separator: "/") + "/scenes"
    let directory = try #require(opendir(path))
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    return try names.sorted().map { try contents(of: path + "/" + $0) }
  }

  private static func contents(of path: String) throws -> String {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func all() throws -> [Scene] {
    try primitives() + files() + HandBuiltScene.all().prefix(16)
  }
}
