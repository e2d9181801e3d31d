/// For each node a list of links, in one array.
struct LinkLists: Sendable {
  private(set) var starts: [Int] = [0]
  private(set) var links: [Link] = []

  init() {}

  init(_ unsorted: [Link], nodeCount: Int, by node: (Link) -> Int) {
    starts = [Int](repeating: 0, count: nodeCount + 1)
    for link in unsorted { starts[node(link) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    links = unsorted
    for link in unsorted {
      links[next[node(link)]] = link
      next[node(link)] += 1
    }
  }

  subscript(node: Int) -> ArraySlice<Link> { links[starts[node]..<starts[node + 1]] }

  func indices(of node: Int) -> Range<Int> { starts[node]..<starts[node + 1] }

  func count(_ node: Int) -> Int { starts[node + 1] - starts[node] }

  mutating func sortByRows() {
    for node in 0..<starts.count - 1 where count(node) > 1 {
      links[starts[node]..<starts[node + 1]].sort { $0.row < $1.row }
    }
  }
}
