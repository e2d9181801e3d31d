import Playback

/// Going from one form of the scene to the other, in a sentence.
struct FormSwitch: Sendable {
  let forms: ScalarForms
  /// Whether the tensors were taken apart, and not put together.
  let isToScalars: Bool
  /// What else changed by that.
  let remarks: [String]

  /// `9 nodes became 1,234: forward and backward took 0.3 ms, as tensors 0.02 ms.`
  ///
  /// - Parameters: nanoseconds; nil where nobody has timed it.
  func sentence(tensors: Int? = nil, scalars: Int? = nil) -> String {
    let (few, many) = (forms.tensors.nodeCount, forms.scalars.nodeCount)
    let (old, new) = isToScalars ? (few, many) : (many, few)
    var sentence = "\(old.grouped) \(old == 1 ? "node" : "nodes") became \(new.grouped)"
    if let tensors, let scalars {
      let (first, second) = isToScalars ? (scalars, tensors) : (tensors, scalars)
      sentence +=
        ": forward and backward took \(Self.time(first)), "
        + "as \(isToScalars ? "tensors" : "scalars") \(Self.time(second))"
    }
    return ([sentence + "."] + remarks).joined(separator: " ")
  }

  /// With two digits that count: `0.02 ms`, `1.2 s`. More would be another number the next time.
  private static func time(_ nanoseconds: Int) -> String {
    var unit = 1
    while nanoseconds / unit >= 100 { unit *= 10 }
    let value = Double((nanoseconds + unit / 2) / unit * unit)
    return value < 1e9
      ? "\(NumberText.text(of: value / 1e6)) ms" : "\(NumberText.text(of: value / 1e9)) s"
  }
}
