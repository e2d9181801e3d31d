/// Why a scene file could not be read or written, as a sentence for the user.
package enum SceneFileError: Error, Equatable, Sendable {
  case notFound(String)
  case isFolder(String)
  case isNoRegularFile(String)
  case notPermitted(String)
  case isReadOnly(String)
  case folderIsReadOnly(String)
  case tooLarge(String, limit: Int)
  /// With what was read, so that somebody can point at the place.
  case notUTF8(String, bytes: [UInt8])
  /// Any other refusal of the system, with its own words.
  case failed(String, doing: String, because: String)
}

extension SceneFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path): "\(path): there is no such file"
    case .isFolder(let path): "\(path) is a folder, not a file"
    case .isNoRegularFile(let path): "\(path) is not a regular file"
    case .notPermitted(let path): "\(path): permission denied"
    case .isReadOnly(let path): "\(path) is read-only; nothing was written"
    case .folderIsReadOnly(let path):
      "\(path): its folder is read-only, so the file cannot be replaced; nothing was written"
    case .tooLarge(let path, let limit):
      "\(path) is larger than \(limit / 1_048_576) MiB, the most that is read"
    case .notUTF8(let path, _): "\(path) is not UTF-8 text"
    case .failed(let path, let doing, let reason): "\(path): \(doing) failed: \(reason)"
    }
  }
}
