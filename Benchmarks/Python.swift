import Foundation

/// Python with what the benchmarks compare with, from PyPI, made once under `.build`.
enum Python {
  private static let packages = ["numpy", "jax[cpu]", "micrograd"]

  static func program() throws -> String {
    let folder = ".build/peers"
    let python = folder + "/bin/python3"
    if !FileManager.default.fileExists(atPath: folder + "/installed") {
      _ = try Subprocess.run("/usr/bin/env", ["python3", "-m", "venv", folder])
      _ = try Subprocess.run(python, ["-m", "pip", "install", "--quiet"] + packages)
      try Data().write(to: URL(fileURLWithPath: folder + "/installed"))
    }
    return python
  }
}
