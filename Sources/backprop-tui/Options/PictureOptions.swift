import ArgumentParser
import CellGrid
import Playback

/// The moment of a run a picture shows.
enum PictureStep: ExpressibleByArgument {
  case end
  case number(Int)

  init?(argument: String) {
    if argument == "end" {
      self = .end
    } else if let number = Int(argument), number >= 0 {
      self = .number(number)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { "end" }

  func cursor(in run: Run) throws -> Int {
    switch self {
    case .end: return run.stepCount
    case .number(let number):
      guard number <= run.stepCount else {
        throw ValidationError("There is no step \(number): the run has \(run.stepCount) steps.")
      }
      return number
    }
  }
}

/// How large a picture is.
enum PictureSize: ExpressibleByArgument {
  case fit
  case cells(Size)

  init?(argument: String) {
    if argument == "fit" {
      self = .fit
      return
    }
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (1...10_000).contains(width), (1...10_000).contains(height)
    else { return nil }
    self = .cells(Size(width: width, height: height))
  }

  var defaultValueDescription: String { "fit" }

  /// Nil for the whole graph.
  var size: Size? {
    if case .cells(let size) = self { return size }
    return nil
  }
}
