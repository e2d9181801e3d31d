import Autograd

/// Numbers as JSON nests them: one, or lists of equally long lists of them.
struct NestedNumbers {
  /// Row major.
  fileprivate(set) var elements: [Double] = []
  /// How long the lists are, the outermost first; below empty ones nothing is known.
  var extents: [Int] { lengths.compactMap(\.self) }
  fileprivate(set) var range: SourceRange

  /// How long the lists of each depth are; nil where none of them has been read to its end.
  fileprivate var lengths: [Int?] = []
  /// How many lists are around each number; nil before the first one.
  fileprivate var depth: Int?
  /// Whether a mistake in them was reported.
  fileprivate var isBroken = false

  /// Whether they can be those of a shape.
  fileprivate func fit(_ shape: Shape) -> Bool {
    guard elements.isEmpty, !extents.isEmpty else { return shape.extents == extents }
    return shape.extents.starts(with: extents)
  }
}

extension GraphImport {
  /// Numbers with what stands for those that JSON has not; nil where there is `null`, or something
  /// else, which is reported.
  mutating func readNumbers(
    _ reader: inout JSONReader, _ key: JSONReader.Key
  ) throws(JSONReader.Stop) -> NestedNumbers? {
    _ = reader.peek()
    let start = reader.offset
    if try reader.takeNull() { return nil }
    var numbers = NestedNumbers(range: SourceRange(start: start, end: start))
    try readElement(&reader, key, depth: 0, into: &numbers)
    numbers.range.end = reader.offset
    return numbers.isBroken ? nil : numbers
  }

  private mutating func readElement(
    _ reader: inout JSONReader, _ key: JSONReader.Key, depth: Int,
    into numbers: inout NestedNumbers
  ) throws(JSONReader.Stop) {
    if reader.kind() == .array {
      return try readList(&reader, key, depth: depth, into: &numbers)
    }
    let start = reader.offset
    guard let number = try readNumber(&reader, key, isFirst: !numbers.isBroken) else {
      numbers.isBroken = true
      return
    }
    let range = SourceRange(start: start, end: reader.offset)
    guard numbers.lengths.count == depth else {
      return report(range, "a list, as those before it are", in: &numbers)
    }
    numbers.depth = depth
    numbers.elements.append(number)
    guard numbers.elements.count <= room else {
      throw JSONReader.Stop(.tooManyValues, at: range, "this", "\(options.maximumTensorBytes)")
    }
  }

  // As deep as a tensor has axes, which is little.
  private mutating func readList(
    _ reader: inout JSONReader, _ key: JSONReader.Key, depth: Int,
    into numbers: inout NestedNumbers
  ) throws(JSONReader.Stop) {
    let start = reader.offset
    let bracket = SourceRange(start: start, end: start + 1)
    guard depth < Shape.maximumRank else {
      throw JSONReader.Stop(.tooDeepJSON, at: bracket, "\(Shape.maximumRank)")
    }
    if let known = numbers.depth, known <= depth {
      report(bracket, "a number, as those before it are", in: &numbers)
    }
    if numbers.lengths.count == depth { numbers.lengths.append(nil) }
    var count = 0
    try reader.elements { reader throws(JSONReader.Stop) in
      count += 1
      try readElement(&reader, key, depth: depth + 1, into: &numbers)
    }
    if let length = numbers.lengths[depth], length != count {
      let range = SourceRange(start: start, end: reader.offset)
      report(range, "\(length) long, as those before it are, and is \(count)", in: &numbers)
    }
    numbers.lengths[depth] = count
  }

  /// The first mistake explains the others.
  private mutating func report(
    _ range: SourceRange, _ requirement: String, in numbers: inout NestedNumbers
  ) {
    if !numbers.isBroken { mistakes.report(.wrongValue, at: range, "this element", requirement) }
    numbers.isBroken = true
  }

  /// The numbers as a tensor; nil, and reported, where they have another shape.
  mutating func tensor(
    _ numbers: NestedNumbers?, of shape: Shape, _ subject: String
  ) -> Tensor? {
    guard let numbers else { return nil }
    guard numbers.fit(shape) else {
      mistakes.report(
        .wrongValue, at: numbers.range, subject,
        "of the shape \(shape), and is of \(Shape(numbers.extents))")
      return nil
    }
    return Tensor(numbers.elements, shape: shape)
  }
}
