import CellGrid
import GraphLayout

/// A graph to lay out, every node a box of 18 by 4 cells.
struct LayoutGraph {
  let nodeCount: Int
  let edges: [(tail: Int, head: Int)]

  /// Made by the script beside this file.
  init(named name: String) throws {
    let text = try Subprocess.run(
      "/usr/bin/env", ["python3", Subprocess.script("layout_graphs.py"), name])
    let numbers = (text ?? "").utf8.split { $0 == 0x0A || $0 == 0x20 }
      .compactMap { Int(Substring($0)) }
    guard let count = numbers.first, numbers.count % 2 == 1 else {
      throw Disagreement(description: "no graph \(name)")
    }
    nodeCount = count
    edges = stride(from: 1, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  /// Its operands may take the ports in any order, as those of sums and products.
  var diagram: Diagram {
    var slots = [Int](repeating: 0, count: nodeCount)
    let wires = edges.map { edge in
      defer { slots[edge.head] += 1 }
      return Diagram.Wire(from: edge.tail, to: edge.head, slot: slots[edge.head])
    }
    let box = Diagram.Box(size: Size(width: 18, height: 4), inputs: [1, 2], takesAnyOrder: true)
    return Diagram(boxes: Array(repeating: box, count: nodeCount), wires: wires)
  }

  /// A scene with this graph; its numbers do not matter.
  var sceneText: String {
    var operands = [[Int]](repeating: [], count: nodeCount)
    for edge in edges { operands[edge.head].append(edge.tail) }
    return operands.enumerated().map { node, operands in
      let names = operands.map { "n\($0)" }
      return switch names.count {
      case 0: "n\(node) = 0.5"
      case 1: "n\(node) = tanh(\(names[0]))"
      default: "n\(node) = " + names.joined(separator: " + ")
      }
    }
    .joined(separator: "\n")
  }

  /// For Graphviz: 10 columns and 5 rows an inch.
  var dotText: String {
    var text = """
      digraph g {
      rankdir=LR; nodesep=0.2; ranksep=0.4;
      node [shape=box, width=1.8, height=0.8, fixedsize=true, label=""];

      """
    for node in 0..<nodeCount { text += "n\(node);\n" }
    for edge in edges { text += "n\(edge.tail) -> n\(edge.head);\n" }
    return text + "}\n"
  }
}

/// What a drawing is judged by.
struct LayoutFigures {
  var crossings = RankCrossings()
  /// In cells.
  var columns = 0
  var rows = 0
  /// The sum over all edges, in cells.
  var length = 0.0
}
