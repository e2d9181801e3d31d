/// The words a look is written with.
extension Theme {
  /// The sixteen colours every terminal has a name for, in the order of their numbers.
  static let colorNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
    "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// How strongly something is drawn.
  enum Weight: String, CaseIterable {
    case bold, dim, underlined, reversed
  }

  /// One word of a look.
  enum Word: Hashable {
    /// Nil for the terminal's own colour.
    case color(UInt8?)
    case on
    case weight(Weight)
    /// A number that no colour has.
    case tooLarge
    case unknown

    init(_ text: String) {
      if text == "default" {
        self = .color(nil)
      } else if text == "on" {
        self = .on
      } else if let number = colorNames.firstIndex(of: text) {
        self = .color(UInt8(truncatingIfNeeded: number))
      } else if let weight = Weight(rawValue: text) {
        self = .weight(weight)
      } else if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
        self = UInt8(text).map { .color($0) } ?? .tooLarge
      } else {
        self = .unknown
      }
    }
  }

  /// Every word but the numbers.
  static var words: [String] {
    ["default"] + colorNames + Weight.allCases.map(\.rawValue) + ["on"]
  }
}

extension Theme.Style {
  /// Gives the style a weight; false where it has it already.
  mutating func insert(_ weight: Theme.Weight) -> Bool {
    let before = self
    switch weight {
    case .bold: isBold = true
    case .dim: isDim = true
    case .underlined: isUnderlined = true
    case .reversed: isReversed = true
    }
    return self != before
  }
}
