import CellGrid
import GraphLayout
import Testing

struct LawTests {
  @Test(arguments: NamedGraph.all)
  func `a named graph keeps the laws`(graph: NamedGraph) {
    expectLaws(graph.diagram)
  }

  @Test func `1000 random diagrams keep the laws`() {
    for seed in 0..<1_000 { expectLaws(.random(seed: UInt64(seed)), "seed \(seed)") }
  }

  @Test func `the same diagram gives the same drawing`() {
    for seed in 0..<50 {
      let diagram = Diagram.random(seed: UInt64(seed))
      #expect(diagram.laidOut() == diagram.laidOut())
    }
  }

  @Test func `ranks name every box once, wires go to higher ranks`() {
    for seed in 0..<200 {
      let diagram = Diagram.random(seed: UInt64(seed))
      let drawing = diagram.laidOut()
      #expect(drawing.ranks.joined().sorted() == Array(diagram.boxes.indices))
      var rankOf: [Int: Int] = [:]
      for (rank, boxes) in drawing.ranks.enumerated() {
        for box in boxes { rankOf[box] = rank }
        #expect(boxes == boxes.sorted { drawing.boxes[$0].minRow < drawing.boxes[$1].minRow })
      }
      for wire in diagram.wires { #expect(rankOf[wire.from] ?? 0 < rankOf[wire.to] ?? 0) }
    }
  }

  private func expectLaws(_ diagram: Diagram, _ comment: Comment? = nil) {
    let drawing = diagram.laidOut()
    var ground = Ground(size: drawing.size)
    for (box, rect) in drawing.boxes.enumerated() {
      #expect(rect.size == diagram.boxes[box].size, comment)
      ground.build(rect)
    }
    for (wire, route) in zip(diagram.wires, drawing.routes) {
      let (from, to) = (drawing.boxes[wire.from], drawing.boxes[wire.to])
      let output = from.minRow + diagram.boxes[wire.from].output
      let input = to.minRow + diagram.boxes[wire.to].inputs[wire.slot]
      #expect(route.net == wire.from, comment)
      #expect(route.source == Point(column: from.maxColumn, row: output), comment)
      #expect(route.target == Point(column: to.minColumn, row: input), comment)
      ground.lay(route)
    }
    #expect(ground.complaints.isEmpty, comment)
  }
}

/// Cells that remember what lies on them.
private struct Ground {
  let size: Size
  private var isBuilt: Set<Point> = []
  private var horizontal: [Point: Int] = [:]
  private var vertical: [Point: Int] = [:]
  private(set) var complaints: [String] = []

  init(size: Size) {
    self.size = size
  }

  mutating func build(_ rect: Rect) {
    for row in rect.minRow...rect.maxRow {
      for column in rect.minColumn...rect.maxColumn {
        let point = Point(column: column, row: row)
        expectInside(point)
        if !isBuilt.insert(point).inserted { complaints.append("boxes overlap at \(point)") }
      }
    }
  }

  mutating func lay(_ route: Drawing.Route) {
    for (index, (start, end)) in zip(route.points, route.points.dropFirst()).enumerated() {
      let isHorizontal = index % 2 == 0
      guard isHorizontal ? start.row == end.row : start.column == end.column, start != end else {
        complaints.append("not by turns horizontal and vertical: \(Array(route.points))")
        return
      }
      for point in cells(from: start, to: end) where point != route.source && point != route.target
      {
        occupy(point, net: route.net, isHorizontal: isHorizontal)
      }
    }
    let last = route.points.suffix(2)
    if let start = last.first, route.target.column - start.column < 3 {
      complaints.append("no room for an arrow at \(route.target)")
    }
  }

  private mutating func occupy(_ point: Point, net: Int, isHorizontal: Bool) {
    expectInside(point)
    if isBuilt.contains(point) { complaints.append("a wire runs through a box at \(point)") }
    let other = isHorizontal ? horizontal[point] : vertical[point]
    if let other, other != net { complaints.append("\(net) lies on \(other) at \(point)") }
    if isHorizontal { horizontal[point] = net } else { vertical[point] = net }
  }

  private mutating func expectInside(_ point: Point) {
    if !Rect(origin: .zero, size: size).contains(point) { complaints.append("\(point) is outside") }
  }

  private func cells(from start: Point, to end: Point) -> [Point] {
    (min(start.column, end.column)...max(start.column, end.column)).flatMap { column in
      (min(start.row, end.row)...max(start.row, end.row)).map { Point(column: column, row: $0) }
    }
  }
}
