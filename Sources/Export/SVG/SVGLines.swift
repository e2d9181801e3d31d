import CellGrid

/// The lines of a picture as paths: one for all that look alike.
struct SVGLines {
  /// The pixels of a cell: the advance and the line height of the font's size.
  static let cell = Size(width: 9, height: 18)

  private struct Pen: Hashable {
    let role: UInt32
    let isHeavy: Bool
    let isDotted: Bool
  }

  private var data: [Pen: String] = [:]
  /// The line that may go on to the right, and for each column the one that may go on downwards.
  private var across: (pen: Pen, start: Double, end: Double, y: Double)?
  private var down: [Int: (pen: Pen, start: Double, end: Double)] = [:]

  /// Adds a cell; cells come row by row, from left to right.
  mutating func add(_ shape: LineShape, role: Role, column: Int, row: Int) {
    let (left, top) = (Double(column * Self.cell.width), Double(row * Self.cell.height))
    let (right, bottom) = (left + Double(Self.cell.width), top + Double(Self.cell.height))
    let (x, y) = ((left + right) / 2, (top + bottom) / 2)
    if shape.isDouble {
      addDouble(shape, role, left, right, top, bottom)
      return
    }
    func pen(_ direction: Arms.Direction) -> Pen? {
      shape.arms.weight(direction).map {
        Pen(role: role.rawValue, isHeavy: $0 == .heavy, isDotted: shape.isDotted)
      }
    }
    // A round corner is an arc from border to border of the cell.
    if shape.isRound, let pen = pen(.left) ?? pen(.right) {
      let start = shape.arms.weight(.left) == nil ? right : left
      let end = shape.arms.weight(.up) == nil ? bottom : top
      data[pen, default: ""] +=
        "M\(start.short) \(y.short)Q\(x.short) \(y.short) \(x.short) \(end.short)"
      return
    }
    if let pen = pen(.left) { run(pen, from: left, to: x, y: y) }
    if let pen = pen(.right) { run(pen, from: x, to: right, y: y) }
    if let pen = pen(.up) { fall(pen, column, x, from: top, to: y) }
    if let pen = pen(.down) { fall(pen, column, x, from: y, to: bottom) }
  }

  /// Ends every line.
  mutating func finish() {
    flushAcross()
    for column in down.keys.sorted() { flushDown(column) }
  }

  /// The paths, each with its role, whether it is heavy, and whether it is dotted.
  var paths: [(role: Role, isHeavy: Bool, isDotted: Bool, data: String)] {
    data.sorted { one, other in
      (one.key.role, one.key.isHeavy ? 1 : 0, one.key.isDotted ? 1 : 0)
        < (other.key.role, other.key.isHeavy ? 1 : 0, other.key.isDotted ? 1 : 0)
    }.map { (Role(rawValue: $0.key.role), $0.key.isHeavy, $0.key.isDotted, $0.value) }
  }

  private mutating func run(_ pen: Pen, from start: Double, to end: Double, y: Double) {
    if let line = across, line.pen == pen, line.y == y, line.end == start {
      across?.end = end
    } else {
      flushAcross()
      across = (pen, start, end, y)
    }
  }

  private mutating func fall(
    _ pen: Pen, _ column: Int, _ x: Double, from start: Double, to end: Double
  ) {
    if let line = down[column], line.pen == pen, line.end == start {
      down[column]?.end = end
    } else {
      flushDown(column)
      down[column] = (pen, start, end)
    }
  }

  private mutating func flushAcross() {
    guard let line = across else { return }
    across = nil
    data[line.pen, default: ""] += "M\(line.start.short) \(line.y.short)H\(line.end.short)"
  }

  private mutating func flushDown(_ column: Int) {
    guard let line = down.removeValue(forKey: column) else { return }
    let x = (Double(column) + 0.5) * Double(Self.cell.width)
    data[line.pen, default: ""] += "M\(x.short) \(line.start.short)V\(line.end.short)"
  }

  /// Two thin lines side by side; at a corner the outer goes around the inner.
  private mutating func addDouble(
    _ shape: LineShape, _ role: Role, _ left: Double, _ right: Double, _ top: Double,
    _ bottom: Double
  ) {
    let (x, y) = ((left + right) / 2, (top + bottom) / 2)
    let pen = Pen(role: role.rawValue, isHeavy: false, isDotted: false)
    let (goesLeft, goesRight) = (shape.arms.weight(.left) != nil, shape.arms.weight(.right) != nil)
    let (goesUp, goesDown) = (shape.arms.weight(.up) != nil, shape.arms.weight(.down) != nil)
    for side in [-1.5, 1.5] {
      switch (goesLeft || goesRight, goesUp || goesDown) {
      case (true, false): run(pen, from: left, to: right, y: y + side)
      case (false, true),
        (true, true) where goesUp && goesDown:
        data[pen, default: ""] += "M\((x + side).short) \(top.short)V\(bottom.short)"
      default:
        let bend = goesRight == goesDown ? side : -side
        data[pen, default: ""] +=
          "M\((goesRight ? right : left).short) \((y + side).short)H\((x + bend).short)"
          + "V\((goesDown ? bottom : top).short)"
      }
    }
    guard goesUp && goesDown, goesLeft || goesRight else { return }
    let end = goesRight ? right : left
    data[pen, default: ""] += "M\((x + (goesRight ? 1.5 : -1.5)).short) \(y.short)H\(end.short)"
  }
}

extension Double {
  /// Without the decimals a whole number does not need.
  var short: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
  }
}
