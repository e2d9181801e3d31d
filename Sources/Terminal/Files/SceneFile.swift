#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of a scene, or of a theme, on disk.
package struct SceneFile: Equatable, Sendable {
  /// What a file looks like from outside; when it changes, the text may have changed.
  struct Signature: Equatable, Sendable {
    let device: UInt64
    let number: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  package let path: String
  package let text: String
  let signature: Signature

  /// More than this is not read unless asked for.
  package static let sizeLimit = 16 << 20
}

extension SceneFile {
  /// Reads a regular file of UTF-8 text.
  ///
  ///     let file = try SceneFile.read("scenes/chain.txt")
  ///
  /// Pipes and devices are refused: reading them may never end, and nothing can be written back.
  package static func read(
    _ path: String, limit: Int = sizeLimit
  ) throws(SceneFileError) -> SceneFile {
    // Not blocking, because opening a pipe nobody writes to would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw problem(path, doing: "opening") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(path, doing: "looking at the file") }
    try demandRegular(status, path)
    let bytes = try readBytes(descriptor, path: path, limit: limit, expected: Int(status.st_size))
    return SceneFile(
      path: path, text: try decode(bytes, path: path), signature: Signature(status))
  }

  /// The same from a descriptor that is open already: standard input.
  package static func read(
    descriptor: Int32, named name: String, limit: Int = sizeLimit
  ) throws(SceneFileError) -> String {
    try decode(
      try readBytes(descriptor, path: name, limit: limit, expected: 0), path: name)
  }

  /// Whether something has the name, if only a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func demandRegular(_ status: stat, _ path: String) throws(SceneFileError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isFolder(path)
    default: throw .isNoRegularFile(path)
    }
  }

  private static func readBytes(
    _ descriptor: Int32, path: String, limit: Int, expected: Int
  ) throws(SceneFileError) -> [UInt8] {
    guard expected <= limit else { throw .tooLarge(path, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    // A small file is read at once, into no more memory than it needs.
    var part = [UInt8](repeating: 0, count: expected > 0 ? min(expected + 1, 1 << 16) : 1 << 16)
    while true {
      let count = nextBytes(of: descriptor, into: &part)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw problem(path, doing: "reading") }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge(path, limit: limit) }
      bytes.append(contentsOf: part[..<count])
    }
  }

  private static func decode(_ bytes: [UInt8], path: String) throws(SceneFileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(path, bytes: bytes)
    }
    return text
  }

  /// The error of the system call that has just failed.
  static func problem(_ path: String, doing: String) -> SceneFileError {
    switch errno {
    case ENOENT, ENOTDIR: .notFound(path)
    case EACCES, EPERM: .notPermitted(path)
    case EISDIR: .isFolder(path)
    case let number:
      .failed(
        path, doing: doing,
        because: strerror(number).map { String(cString: $0) } ?? "error \(number)")
    }
  }
}

extension SceneFile.Signature {
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    #if canImport(Glibc)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    #else
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
    #endif
  }

  /// Of the file a path leads to; nil while there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// Outside the type, whose own `read` hides the system's.
private func nextBytes(of descriptor: Int32, into part: inout [UInt8]) -> Int {
  read(descriptor, &part, part.count)
}
