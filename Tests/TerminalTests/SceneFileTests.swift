import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for a test, gone afterwards.
private final class Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/backprop-tui-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    chmod(path, 0o700)
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func file(_ name: String, _ bytes: [UInt8], mode: mode_t = 0o644) -> String {
    let file = "\(path)/\(name)"
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    _ = write(descriptor, bytes, bytes.count)
    fchmod(descriptor, mode)
    close(descriptor)
    return file
  }

  func file(_ name: String, _ text: String, mode: mode_t = 0o644) -> String {
    file(name, Array(text.utf8), mode: mode)
  }

  func mode(of file: String) -> mode_t {
    var status = stat()
    return stat(file, &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}

@Suite struct SceneFileTests {
  @Test func `what was written is read back`() throws {
    let folder = try Folder()
    let path = folder.file("a.txt", "x = 1\n", mode: 0o640)
    #expect(try SceneFile.write("x = 2 # ∂\n", to: path).text == "x = 2 # ∂\n")
    #expect(try SceneFile.read(path).text == "x = 2 # ∂\n")
    #expect(folder.mode(of: path) == 0o640)
    #expect(folder.names == ["a.txt"])
  }

  @Test func `a new file has the permissions a new file has`() throws {
    let folder = try Folder()
    let mask = umask(0)
    umask(mask)
    _ = try SceneFile.write("x = 1\n", to: folder.path + "/new.txt")
    #expect(folder.mode(of: folder.path + "/new.txt") == 0o666 & ~mask)
  }

  @Test func `a symbolic link stays one, and its target gets the text`() throws {
    let folder = try Folder()
    let target = folder.file("target.txt", "old")
    symlink("target.txt", folder.path + "/link.txt")
    _ = try SceneFile.write("new", to: folder.path + "/link.txt")
    var status = stat()
    #expect(lstat(folder.path + "/link.txt", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try SceneFile.read(target).text == "new")
  }

  @Test func `a link to nothing is said to lead nowhere`() throws {
    let folder = try Folder()
    let link = folder.path + "/link.txt"
    symlink("nowhere.txt", link)
    #expect(throws: SceneFileError.notFound(link)) { try SceneFile.write("new", to: link) }
    #expect(folder.names == ["link.txt"])
  }

  @Test func `a failed replacement leaves the old text and no temporary file`() throws {
    let folder = try Folder()
    mkdir(folder.path + "/sub", 0o700)
    defer { rmdir(folder.path + "/sub") }
    #expect(throws: SceneFileError.isFolder(folder.path + "/sub")) {
      try SceneFile.write("new", to: folder.path + "/sub")
    }
    #expect(folder.names == ["sub"])
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a read-only folder or file is said to be one, and nothing is written`() throws {
    let folder = try Folder()
    let path = folder.file("a.txt", "old", mode: 0o444)
    #expect(throws: SceneFileError.isReadOnly(path)) { try SceneFile.write("new", to: path) }
    chmod(path, 0o644)
    chmod(folder.path, 0o500)
    #expect(throws: SceneFileError.folderIsReadOnly(path)) {
      try SceneFile.write("new", to: path)
    }
    #expect(try SceneFile.read(path).text == "old")
  }

  @Test func `what is no scene is refused with its reason`() throws {
    let folder = try Folder()
    let path = folder.path
    #expect(throws: SceneFileError.notFound(path + "/no.txt")) {
      try SceneFile.read(path + "/no.txt")
    }
    #expect(throws: SceneFileError.isFolder(path)) { try SceneFile.read(path) }
    mkfifo(path + "/pipe", 0o600)
    #expect(throws: SceneFileError.isNoRegularFile(path + "/pipe")) {
      try SceneFile.read(path + "/pipe")
    }
    let broken = folder.file("broken.txt", [0x61, 0xC3, 0x28])
    #expect(throws: SceneFileError.notUTF8(broken, bytes: [0x61, 0xC3, 0x28])) {
      try SceneFile.read(broken)
    }
    let large = folder.file("large.txt", "12345")
    #expect(throws: SceneFileError.tooLarge(large, limit: 4)) {
      try SceneFile.read(large, limit: 4)
    }
    #expect(try SceneFile.read(large, limit: 5).text == "12345")
  }

  @Test func `standard input is read to its end, within the limit`() throws {
    let folder = try Folder()
    let path = folder.file("a.txt", "x = 1\n")
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    #expect(try SceneFile.read(descriptor: descriptor, named: "-") == "x = 1\n")
    lseek(descriptor, 0, SEEK_SET)
    #expect(throws: SceneFileError.tooLarge("-", limit: 5)) {
      try SceneFile.read(descriptor: descriptor, named: "-", limit: 5)
    }
  }

  @Test func `only what differs from what the model knows is told`() throws {
    let folder = try Folder()
    let path = folder.file("a.txt", "one")
    var scene = WatchedScene(try SceneFile.read(path))
    #expect(scene.look() == .none)
    _ = folder.file("a.txt", "one ")
    #expect(scene.look() == .text("one "))
    #expect(scene.look() == .none)
    // The same text in another file, as editors write it, is no news.
    _ = try SceneFile.write("one ", to: path)
    #expect(scene.look() == .none)
    unlink(path)
    #expect(scene.look() == .none)
    _ = folder.file("a.txt", "two")
    #expect(scene.look() == .text("two"))
    _ = folder.file("a.txt", [0xFF])
    #expect(scene.look() == .unreadable(.notUTF8(path, bytes: [0xFF])))
    #expect(scene.look() == .none)
  }
}
