/// A primitive at a node, with the shapes it is applied to.
struct Application: Sendable {
  let x: Shape
  /// A scalar's where there is no second operand.
  let y: Shape
  let out: Shape
  /// With places, axes and extents as they are counted from 0.
  let attribute: Attribute
  /// The attribute as it was asked for, which fits operands of other shapes as well.
  var asked = Attribute.none
  /// How an element-wise primitive stretches its operands.
  let broadcast: Broadcast

  init(x: Shape, y: Shape = .scalar, out: Shape, attribute: Attribute = .none) {
    self.x = x
    self.y = y
    self.out = out
    self.attribute = attribute
    broadcast = Broadcast.none
  }

  /// An element-wise primitive; nil where the shapes cannot be stretched to one.
  init?(elementwise x: Shape, _ y: Shape) {
    guard let out = x.broadcast(with: y), let broadcast = Broadcast(x, y) else { return nil }
    self.x = x
    self.y = y
    self.out = out
    attribute = .none
    self.broadcast = broadcast
  }

  /// The shape of the operand in the slot.
  func operand(_ slot: Int) -> Shape { slot == 0 ? x : y }

  /// The axis the attribute names, counted from 0; nil for all elements.
  var axis: Int? {
    if case .axis(let axis) = attribute { axis } else { nil }
  }
}

/// Where the numbers at a node lie during a pass.
struct Numbers {
  let x: UnsafePointer<Double>
  /// Something that is not read where there is no second operand.
  let y: UnsafePointer<Double>
  let out: UnsafePointer<Double>

  /// The numbers of the operand in the slot.
  func operand(_ slot: Int) -> UnsafePointer<Double> { slot == 0 ? x : y }
}

/// One element of the output that reads an element of an operand, and how strongly.
struct Cell {
  /// The place among the output's elements.
  let out: Int
  /// ∂out[o]/∂operand[i]
  let derivative: Double
}
