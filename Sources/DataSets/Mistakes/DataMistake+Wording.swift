extension DataMistake {
  /// What is wrong, in one sentence without a full stop.
  package var message: String {
    switch kind {
    case .tooManyValues(let shape, let limit):
      "the values \(Self.listed(shape)) take more than the limit of \(Self.grouped(limit)) bytes"
    case .negativeCount(let what, let count):
      "\(what) cannot make \(Self.grouped(count)) values"
    case .wrongNoise(let what, let noise):
      "the noise of \(what) cannot be \(noise)"
    case .wrongSize(let what, let size):
      "\(what) are not drawn \(Self.grouped(size)) by \(Self.grouped(size)) pixels large"
    case .endlessRange(let start, let stop, let step):
      "no numbers lead from \(start) to \(stop) in steps of \(step)"
    }
  }

  /// What would put it right.
  package var repair: String {
    switch kind {
    case .tooManyValues: "ask for fewer, or raise the limit"
    case .negativeCount: "ask for 0 or more"
    case .wrongNoise: "give 0 or more"
    case .wrongSize: "ask for 8 or 28"
    case .endlessRange: "give finite numbers, and a step that is not 0"
    }
  }

  /// A shape as the scene language writes it.
  private static func listed(_ extents: [Int]) -> String {
    "(" + extents.map(String.init).joined(separator: ", ") + ")"
  }

  /// A whole number with a comma before every three digits.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
