package import Autograd

/// Between which numbers the elements of a tensor lie, and their mean.
///
/// One element that is nan makes all three nan; an infinite one is an end of the range.
package struct TensorRange: Hashable, Sendable {
  package let least: Double
  package let largest: Double
  package let mean: Double

  /// Nil where there are no elements.
  ///
  /// Complexity: linear in the elements.
  package init?(of tensor: Tensor) {
    guard let first = tensor.elements.first else { return nil }
    var lanes = Lanes(first)
    tensor.elements.withUnsafeBytes { bytes in
      let (size, stride) = (bytes.count, MemoryLayout<SIMD8<Double>>.size)
      for offset in Swift.stride(from: 0, through: size - stride, by: stride) {
        lanes.take(bytes.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self))
      }
    }
    for element in tensor.elements.suffix(tensor.elements.count % 8) { lanes.take(element) }
    let hasNaN = lanes.least != lanes.least
    least = hasNaN ? .nan : lanes.least.min()
    largest = hasNaN ? .nan : lanes.largest.max()
    mean = lanes.sums.sum() / Double(tensor.elements.count)
  }

  /// Whether every element is a finite number.
  package var isFinite: Bool { least.isFinite && largest.isFinite }

  /// The size of the element that is farthest from 0.
  package var magnitude: Double { least.isNaN ? .nan : max(least.magnitude, largest.magnitude) }

  package var hasBothSigns: Bool { least < 0 && largest > 0 }
}

/// Eight ranges side by side: with a single sum, every addition would wait for the one before.
private struct Lanes {
  private(set) var least: SIMD8<Double>
  private(set) var largest: SIMD8<Double>
  private(set) var sums = SIMD8<Double>.zero

  init(_ first: Double) {
    least = SIMD8(repeating: first)
    largest = least
  }

  /// A lane that has met a nan keeps it.
  @inline(__always)
  mutating func take(_ elements: SIMD8<Double>) {
    least.replace(with: elements, where: elements .< least .| elements .!= elements)
    largest.replace(with: elements, where: elements .> largest .| elements .!= elements)
    sums += elements
  }

  mutating func take(_ element: Double) {
    if element.isNaN || element < least[0] { least[0] = element }
    if element.isNaN || element > largest[0] { largest[0] = element }
    sums[0] += element
  }
}
