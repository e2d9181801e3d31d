extension DataMistake {
  /// What is wrong with what is asked for.
  package enum Request: Hashable, Sendable {
    /// The values would take more bytes than the limit allows.
    case tooManyValues(shape: [Int], limit: Int)
    /// A number of elements or samples that is negative.
    case negativeCount(of: String, Int)
    /// A noise that is negative or no number.
    case wrongNoise(of: String, Double)
    /// Images of a size that cannot be drawn.
    case wrongSize(of: String, Int)
    /// A step of 0, or one that is no number, or a range whose ends are none.
    case endlessRange(start: Double, stop: Double, step: Double)
    /// A label that is not the number of a class; `position` counts from 0.
    case wrongLabel(position: Int, value: Double, classes: Int)
    /// A number of classes that leaves no label.
    case noClasses(Int)
  }
}

extension DataMistake.Request {
  var wording: MistakeWording {
    switch self {
    case .tooManyValues(let shape, let limit):
      MistakeWording(
        "the limit is \(limit.grouped) bytes of values", "\(shape.listed) takes more",
        repair: "take fewer, or raise the limit")
    case .negativeCount(let what, let count):
      MistakeWording(
        "\(what) makes 0 or more", "\(count.grouped) is asked for", repair: "ask for 0 or more")
    case .wrongNoise(let what, let noise):
      MistakeWording(
        "the noise of \(what) is 0 or more", "\(noise) is asked for", repair: "ask for 0 or more")
    case .wrongSize(let what, let size):
      MistakeWording(
        "\(what) are 8 or 28 pixels wide", "\(size.grouped) is asked for",
        repair: "ask for 8 or 28")
    case .endlessRange(let start, let stop, let step):
      MistakeWording(
        "a range has two ends and a step that is not 0",
        "\(start) to \(stop) in steps of \(step) is asked for",
        repair: "write finite numbers, and a step that is not 0")
    case .wrongLabel(let position, let value, let classes):
      MistakeWording(
        "labels are whole numbers from 0 to \((classes - 1).grouped)",
        "number \(position.grouped), counted from 0, is \(value)",
        repair: "correct the label, or raise the number of classes")
    case .noClasses(let count):
      MistakeWording(
        "there is 1 class or more", "\(count.grouped) is asked for", repair: "ask for 1 or more")
    }
  }
}
