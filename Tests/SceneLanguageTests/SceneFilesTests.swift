import Autograd
import SceneLanguage
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The scenes that come with the program, by file name.
enum SceneFiles {
  static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/scenes"

  static let all = Folder.textFiles(in: folder)

  static func source(_ name: String) -> Source {
    Source(name: "scenes/" + name, bytes: bytes(of: folder + "/" + name))
  }

  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = getc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = getc(file)
    }
    return bytes
  }
}

enum Folder {
  /// The names of the text files in a folder, sorted.
  static func textFiles(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    return names.sorted()
  }
}

@Suite struct SceneFilesTests {
  @Test func `there are scenes`() {
    #expect(SceneFiles.all.contains("chain.txt"))
  }

  @Test(arguments: SceneFiles.all)
  func `every scene that comes with the program loads and computes what it states`(
    name: String
  ) throws {
    let scene = try loaded(SceneFiles.source(name).text)
    #expect(!scene.title.isEmpty)
    #expect(!scene.expectations.isEmpty)
    let values = scene.graph.forward()
    let gradients = scene.graph.backward(from: scene.output, values: values)
    for expectation in scene.expectations {
      let node = expectation.node
      let found = try #require(
        expectation.isGradient
          ? scene.graph.gradient(of: node, in: gradients) : scene.graph.value(of: node, in: values))
      for (found, stated) in zip(found.elements, expectation.value.elements) {
        let allowed = expectation.tolerance * max(found.magnitude, stated.magnitude)
        #expect((found - stated).magnitude <= allowed, "\(expectation.name): \(found)")
      }
    }
  }
}
