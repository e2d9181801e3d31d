#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SceneFile {
  /// Replaces the file's text at once: whoever reads, and whatever fails, sees the old text or the
  /// new one, never a part.
  ///
  /// The text goes to a temporary file beside it, to the disk, and only then takes the name. A
  /// symbolic link stays one; permissions and, where allowed, the owner are kept. A hard link is
  /// parted from its other names.
  package static func write(
    _ text: String, to path: String
  ) throws(SceneFileError) -> SceneFile {
    let (target, status) = try writableTarget(of: path)
    var temporary = Array((folder(of: target) + "/.backprop-tui-XXXXXX").utf8CString)
    let descriptor = mkstemp(&temporary)
    guard descriptor >= 0 else { throw folderProblem(path) }
    do throws(SceneFileError) {
      defer { close(descriptor) }
      keepOwner(of: status, on: descriptor)
      try fill(descriptor, with: text, path: path)
      var written = stat()
      guard fstat(descriptor, &written) == 0, rename(temporary, target) == 0 else {
        throw problem(path, doing: "replacing the file")
      }
      flushFolder(of: target)
      return SceneFile(path: path, text: text, signature: Signature(written))
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Refuses a path that `write` would refuse, as far as that can be known before.
  package static func demandWritable(_ path: String) throws(SceneFileError) {
    let folder = folder(of: try writableTarget(of: path).path)
    guard access(folder.isEmpty ? "/" : folder, W_OK | X_OK) == 0 else {
      throw folderProblem(path)
    }
  }

  /// The file a path leads to, and its status; nil where there is none yet.
  private static func writableTarget(
    of path: String
  ) throws(SceneFileError) -> (path: String, status: stat?) {
    let target = try resolve(path)
    var status = stat()
    guard stat(target, &status) == 0 else { return (target, nil) }
    try demandRegular(status, path)
    guard access(target, W_OK) == 0 else { throw .isReadOnly(path) }
    return (target, status)
  }

  /// The file a path leads to through symbolic links; the path itself for a new file.
  private static func resolve(_ path: String) throws(SceneFileError) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    var status = stat()
    let isNew = errno == ENOENT && lstat(path, &status) != 0
    guard isNew else { throw .notFound(path) }
    return path
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "" : String(path[..<slash])
  }

  private static func folderProblem(_ path: String) -> SceneFileError {
    switch errno {
    case EACCES, EPERM, EROFS: .folderIsReadOnly(path)
    default: problem(path, doing: "making a temporary file beside it")
    }
  }

  /// Permissions as before; for a new file what the user's mask leaves of read and write for all.
  private static func keepOwner(of status: stat?, on descriptor: Int32) {
    guard let status else {
      let mask = umask(0)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
      return
    }
    // Only the superuser may give a file away; for everybody else this fails and changes nothing.
    if fchown(descriptor, status.st_uid, status.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, status.st_gid)
    }
    fchmod(descriptor, status.st_mode & 0o7777)
  }

  private static func fill(
    _ descriptor: Int32, with text: String, path: String
  ) throws(SceneFileError) {
    var text = text
    let isWritten = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while let address = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let count = writeSome(address, rest.count, to: descriptor)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    guard isWritten else { throw problem(path, doing: "writing") }
    guard fsync(descriptor) == 0 else { throw problem(path, doing: "flushing to the disk") }
  }

  /// So that the new name survives a power cut too.
  private static func flushFolder(of path: String) {
    let name = folder(of: path)
    let descriptor = open(name.isEmpty ? "/" : name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// Outside the type, whose own `write` hides the system's.
private func writeSome(_ address: UnsafeRawPointer, _ count: Int, to descriptor: Int32) -> Int {
  write(descriptor, address, count)
}
