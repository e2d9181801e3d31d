extension Graph {
  /// Appends an input that holds a tensor; its elements are not copied.
  public mutating func input(_ tensor: Tensor) -> NodeID { append(Self.inputCode, tensor) }

  /// Appends a parameter that holds a tensor.
  public mutating func parameter(_ tensor: Tensor) -> NodeID {
    append(Self.parameterCode, tensor)
  }

  /// Appends a constant that holds a tensor.
  public mutating func constant(_ tensor: Tensor) -> NodeID { append(Self.constantCode, tensor) }

  private mutating func append(_ code: UInt8, _ tensor: Tensor) -> NodeID {
    guard tensor.shape != .scalar else { return append(code, value: tensor.elements[0]) }
    becomeTensorGraph()
    tensors?.append(held: tensor, isConstant: code == Self.constantCode)
    return appendColumns(code)
  }

  /// Appends `primitive` applied to operands of any shape.
  ///
  /// ```swift
  /// let Y = try graph.apply(.matmul, X, W)
  /// let total = try graph.apply(sum, Y, attribute: .axis(0))
  /// ```
  ///
  /// - Throws: the reason where the shapes do not fit.
  /// - Precondition: as many operands as the primitive's arity, each of this graph.
  public mutating func apply(
    _ primitive: Primitive, _ x: NodeID, _ y: NodeID? = nil, attribute: Attribute
  ) throws(ShapeMistake) -> NodeID {
    let shape = try shape(of: primitive, x, y, attribute: attribute)
    guard tensors != nil || !primitive.isElementwise else { return apply(primitive, x, y) }
    becomeTensorGraph()
    let isNumber = primitive.isElementwise && shape == .scalar
    let application = isNumber ? nil : try application(of: primitive, x, y, attribute)
    tensors?.append(shape: shape, isConstant: false, application: application)
    return appendColumns(primitive.id, x.rawValue, y?.rawValue ?? Self.none)
  }

  /// What the node's primitive is told beside its operands, counted from 0.
  public func attribute(of node: NodeID) -> Attribute {
    tensors?.application(of: node.index)?.attribute ?? .none
  }

  /// The shape that `apply` would give the node; nothing is appended.
  public func shape(
    of primitive: Primitive, _ x: NodeID, _ y: NodeID?, attribute: Attribute
  ) throws(ShapeMistake) -> Shape {
    if tensors == nil, primitive.isElementwise { return .scalar }
    return try application(of: primitive, x, y, attribute).out
  }

  private func application(
    of primitive: Primitive, _ x: NodeID, _ y: NodeID?, _ attribute: Attribute
  ) throws(ShapeMistake) -> Application {
    let (x, y) = (shape(of: x), y.map { shape(of: $0) } ?? .scalar)
    if let rule = primitive.tensorRule {
      var application = try rule.application(x: x, y: y, attribute: attribute)
      application.asked = attribute
      guard application.out.rank <= Shape.maximumRank else { throw .rank(application.out.rank) }
      return application
    }
    guard let application = Application(elementwise: x, y) else { throw .noBroadcast(x, y) }
    return application
  }

  private mutating func becomeTensorGraph() {
    if tensors == nil { tensors = TensorColumns(codes: codes) }
  }

  /// Whether all nodes are numbers.
  public var isScalar: Bool { tensors == nil }

  /// The shape of the node's value.
  public func shape(of node: NodeID) -> Shape { tensors?.shapes[node.index] ?? .scalar }

  /// How many numbers all values are, leaves included.
  public var elementCount: Int {
    guard let tensors else { return count }
    return tensors.valueCount + tensors.held.reduce(0) { $0 + $1.count }
  }

  /// The tensor a leaf holds; nil for a computed node.
  public func leafTensor(of node: NodeID) -> Tensor? {
    guard codes[node.index] >= Self.constantCode else { return nil }
    guard let tensors, tensors.starts[node.index] < 0 else {
      return Tensor(leafValues[node.index])
    }
    return Tensor(tensors.held[~tensors.starts[node.index]], shape: tensors.shapes[node.index])
  }

  /// Puts other numbers into a leaf; its shape stays.
  ///
  /// - Precondition: `node` is a leaf of that shape.
  public mutating func setLeaf(_ tensor: Tensor, of node: NodeID) {
    precondition(codes[node.index] >= Self.constantCode, "only a leaf holds a value of its own")
    precondition(shape(of: node) == tensor.shape, "the shape of a leaf stays")
    guard let start = tensors?.starts[node.index], start < 0 else {
      return setLeafValue(tensor.elements[0], of: node)
    }
    tensors?.held[~start] = tensor.elements
  }

  /// The node's value after a forward pass.
  ///
  /// - Parameter values: what `forward()` gave.
  public func value(of node: NodeID, in values: [Double]) -> Tensor {
    guard let tensors else { return Tensor(values[node.index]) }
    let (start, shape) = (tensors.starts[node.index], tensors.shapes[node.index])
    guard start >= 0 else { return Tensor(tensors.held[~start], shape: shape) }
    return Tensor(Array(values[start..<start + shape.count]), shape: shape)
  }

  /// The node's gradient after a backward pass; nil for a constant.
  ///
  /// - Parameter gradients: what `backward` gave.
  public func gradient(of node: NodeID, in gradients: [Double]) -> Tensor? {
    guard let tensors else { return Tensor(gradients[node.index]) }
    let (start, shape) = (tensors.gradientStarts[node.index], tensors.shapes[node.index])
    guard start >= 0 else { return nil }
    return Tensor(Array(gradients[start..<start + shape.count]), shape: shape)
  }

  /// One element of `value(of:in:)`, without the others.
  public func element(_ place: Int, of node: NodeID, in values: [Double]) -> Double {
    guard let tensors else { return values[node.index] }
    let start = tensors.starts[node.index]
    return start >= 0 ? values[start + place] : tensors.held[~start][place]
  }

  /// One element of `gradient(of:in:)`, without the others; nil for a constant.
  public func gradientElement(
    _ place: Int, of node: NodeID, in gradients: [Double]
  ) -> Double? {
    guard let tensors else { return gradients[node.index] }
    let start = tensors.gradientStarts[node.index]
    return start >= 0 ? gradients[start + place] : nil
  }
}
