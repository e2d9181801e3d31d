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
    var (least, largest, sum) = (first, first, 0.0)
    tensor.elements.withUnsafeBufferPointer { elements in
      for element in elements {
        least = element.isNaN || element < least ? element : least
        largest = element.isNaN || element > largest ? element : largest
        sum += element
      }
    }
    (self.least, self.largest, mean) = (least, largest, sum / Double(tensor.elements.count))
  }

  /// Whether every element is a finite number.
  package var isFinite: Bool { least.isFinite && largest.isFinite }

  /// The size of the element that is farthest from 0.
  package var magnitude: Double { least.isNaN ? .nan : max(least.magnitude, largest.magnitude) }

  package var hasBothSigns: Bool { least < 0 && largest > 0 }
}
