package import Autograd

extension LeafValues {
  /// A row for each label with a 1 at the label's place and 0 everywhere else.
  ///
  /// ```swift
  /// try values.oneHot(Tensor([2, 0], shape: Shape([2])), classes: 3)   // [[0, 0, 1], [1, 0, 0]]
  /// ```
  ///
  /// The shape is that of the labels with an axis for the classes behind.
  ///
  /// - Throws: where a label is no whole number from 0 up to the number of classes.
  package func oneHot(_ labels: Tensor, classes: Int) throws(DataMistake) -> Tensor {
    guard classes > 0 else { throw DataMistake(.request(.noClasses(classes))) }
    let shape = try limit.shape(labels.shape.extents + [classes])
    for (position, label) in labels.elements.enumerated() {
      guard let number = Int(exactly: label), number >= 0, number < classes else {
        throw DataMistake(
          .request(.wrongLabel(position: position, value: label, classes: classes)))
      }
    }
    return Tensor(filling: shape) { numbers in
      numbers.initialize(repeating: 0)
      for (position, label) in labels.elements.enumerated() {
        numbers[position * classes + Int(label)] = 1
      }
    }
  }
}
