import SceneLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder at or below which `read` may open files.
struct DataFolder: Sendable {
  let path: String

  /// The folder of a scene's file, or the one that `--root` names.
  init(of scene: String?, root: String?) {
    if let root {
      path = root
    } else if let scene, let slash = scene.lastIndex(of: "/") {
      path = String(scene[...slash])
    } else {
      path = "."
    }
  }

  /// The bytes of a file in it, as many as a gzip file of `limit` bytes of values may have.
  func bytes(of name: String, limit: Int) -> Result<[UInt8], FileMistake> {
    guard let root = Self.realPath(path) else {
      return .failure(FileMistake("the folder \(path) cannot be opened"))
    }
    let asked = name.hasPrefix("/") ? name : root + "/" + name
    guard let file = Self.realPath(asked) else {
      return .failure(
        FileMistake("there is no file '\(name)'", repair: "it is looked for in \(root)"))
    }
    guard root == "/" || file.hasPrefix(root + "/") else {
      return .failure(
        FileMistake(
          "'\(name)' is outside of \(root)",
          repair: "--root names another folder in which files may be read"))
    }
    return Self.contents(of: file, named: name, limit: limit)
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func contents(
    of file: String, named name: String, limit: Int
  ) -> Result<[UInt8], FileMistake> {
    // Without waiting for somebody to write into a pipe.
    let descriptor = open(file, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else {
      return .failure(FileMistake("'\(name)' cannot be read: \(String(cString: strerror(errno)))"))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(FileMistake("'\(name)' is no regular file"))
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      return .failure(
        FileMistake(
          "'\(name)' has \(size) bytes, and the limit is \(limit)",
          repair: "--maximum-values raises it"))
    }
    return .success(bytes(of: descriptor, count: size))
  }

  private static func bytes(of descriptor: Int32, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = buffer.baseAddress.map { $0 + filled }
        let got = read(descriptor, rest, count - filled)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        filled += got
      }
    }
  }
}
