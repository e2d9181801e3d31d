import CellGrid

extension Placed {
  /// Routes every net with one vertical track in each channel it bends in, and gives the ranks
  /// their columns: a channel is as wide as its tracks.
  func routed() -> Drawing {
    let channels = (0..<max(0, graph.rankCount - 1)).map { rank -> AssignedChannel in
      let nets = channelNets(rightOf: rank)
      return nets.allSatisfy(\.isStraight) ? .straight : Channel(nets: nets).assigned()
    }
    let columns = RankColumns(graph: graph, order: order, channels: channels)
    let boxes = (0..<graph.boxCount).map { box in
      Rect(origin: Point(column: columns.left(of: box), row: rows[box]), size: boxSize(box))
    }
    var routes = Drawing.Routes()
    let trunks = trunks()
    for (wire, port) in zip(graph.diagram.wires, graph.portRows) {
      let trunk = trunks[wire.from].prefix { $0.rank < graph.ranks[wire.to] - 1 }
      let end = rows[wire.to] + port
      routes.append(net: wire.from, corners(of: wire, to: end, trunk, boxes, columns, channels))
    }
    let lowest = (0..<graph.nodeCount).map { rows[$0] + graph.height($0) }.max() ?? 0
    let detours = channels.map(\.height).max() ?? 0
    return Drawing(
      size: Size(width: columns.width, height: max(lowest, detours)), boxes: boxes,
      ranks: order.map { $0.filter { !graph.isBend($0) } }, routes: routes)
  }

  private func boxSize(_ box: Int) -> Size { graph.diagram.boxes[box].size }

  /// The nets between a rank and the next, each with the rows where it comes in and goes out.
  private func channelNets(rightOf rank: Int) -> [ChannelNet] {
    order[rank].compactMap { node in
      guard graph.outgoing.count(node) > 0 else { return nil }
      let rightRows = graph.outgoing[node].map { rows[$0.right] + $0.row }
      return ChannelNet(
        net: graph.nets[node], left: rows[node] + graph.outputRow(node), rights: rightRows.sorted())
    }
  }

  /// A channel in which the chain of bends of a net comes to another row.
  private struct TrunkTurn {
    let rank: Int
    let row: Int
  }

  /// Where the chain of bends of each net turns, from left to right: found once a net, since a net
  /// with many consumers would be walked for each of them.
  private func trunks() -> [[TrunkTurn]] {
    var ends = graph.ranks
    for wire in graph.diagram.wires {
      ends[wire.from] = max(ends[wire.from], graph.ranks[wire.to] - 1)
    }
    return (0..<graph.boxCount).map { net in
      var turns: [TrunkTurn] = []
      var row = rows[net] + graph.outputRow(net)
      for rank in graph.ranks[net]..<ends[net] {
        let next = rows[graph.node(ofNet: net, rank: rank + 1)]
        if next != row { turns.append(TrunkTurn(rank: rank, row: next)) }
        row = next
      }
      return turns
    }
  }

  private func corners(
    of wire: Diagram.Wire, to end: Int, _ trunk: ArraySlice<TrunkTurn>, _ boxes: [Rect],
    _ columns: RankColumns, _ channels: [AssignedChannel]
  ) -> [Point] {
    var row = rows[wire.from] + graph.outputRow(wire.from)
    var corners = [Point(column: boxes[wire.from].maxColumn, row: row)]
    for step in trunk + [TrunkTurn(rank: graph.ranks[wire.to] - 1, row: end)] where step.row != row
    {
      for turn in channels[step.rank].turns(ofNet: wire.from, to: step.row) {
        let column = columns.column(ofTrack: turn.track, rightOf: step.rank)
        corners.append(Point(column: column, row: row))
        corners.append(Point(column: column, row: turn.row))
        row = turn.row
      }
    }
    corners.append(Point(column: boxes[wire.to].minColumn, row: row))
    return corners
  }
}
