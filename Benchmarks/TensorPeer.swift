import Foundation

/// `tensor_peers.py`, kept running, so that its libraries take turns with ours on the same data.
final class TensorPeer {
  private let process = Process()
  private let (questions, answers) = (Pipe(), Pipe())

  init() throws {
    process.executableURL = URL(fileURLWithPath: try Python.program())
    process.arguments = [Subprocess.script("tensor_peers.py")]
    process.standardInput = questions
    process.standardOutput = answers
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Lets a library run a workload once; nil where the library is not installed.
  func run(_ library: String, _ workload: String) throws -> (seconds: Double, checksum: Double)? {
    try questions.fileHandleForWriting.write(contentsOf: Data("\(library) \(workload)\n".utf8))
    var answer = Data()
    while answer.last != UInt8(ascii: "\n") {
      let part = answers.fileHandleForReading.availableData
      guard !part.isEmpty else { throw Disagreement(description: "\(library) ended early") }
      answer += part
    }
    let numbers = String(decoding: answer, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .compactMap { Double($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }
}
