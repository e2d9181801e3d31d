import RandomNumbers
import Testing

@testable import Autograd

struct BroadcastTests {
  /// The element of a shape that meets an element of the stretched one, axis by axis.
  private func source(_ place: [Int], _ shape: Shape) -> Int {
    let own = place.suffix(shape.rank)
    return zip(zip(own, shape.extents), shape.strides).reduce(0) { sum, axis in
      sum + (axis.0.1 == 1 ? 0 : axis.0.0) * axis.1
    }
  }

  private func places(_ shape: Shape) -> [[Int]] {
    shape.extents.reduce([[]]) { places, extent in
      places.flatMap { place in (0..<extent).map { place + [$0] } }
    }
  }

  @Test func `every element meets those that NumPy's rule says`() throws {
    var random = SplitMix64(seed: 7)
    var stretched = 0
    for _ in 0..<500 {
      let x = random.shape(maximumRank: 4)
      let y = random.partner(of: x)
      let out = try #require(x.broadcast(with: y))
      #expect(y.broadcast(with: x) == out)
      var met: [[Int]] = []
      Broadcast(x, y)?.forEachElement { left, right, place in met.append([left, right, place]) }
      let expected = places(out).enumerated().map { index, place in
        [source(place, x), source(place, y), index]
      }
      #expect(met == expected, "\(x) and \(y)")
      if x != y { stretched += 1 }
    }
    #expect(stretched > 200)
  }

  @Test(arguments: [
    ([4, 3], [4]), ([2], [3]), ([2, 3], [3, 2]), ([0], [2]), ([5, 1, 2], [5, 2, 3]),
  ])
  func `shapes that do not fit are told`(left: [Int], right: [Int]) {
    #expect(Shape(left).broadcast(with: Shape(right)) == nil)
    var graph = Graph()
    let x = graph.input(Tensor(repeating: 1, shape: Shape(left)))
    let y = graph.input(Tensor(repeating: 1, shape: Shape(right)))
    #expect(throws: ShapeMistake.noBroadcast(Shape(left), Shape(right))) {
      try graph.apply(.add, x, y, attribute: .none)
    }
    #expect(graph.count == 2)
  }

  @Test func `the gradient is summed over what was stretched`() throws {
    // The third row of the lesson on broadcasting: a of shape (3) beside b of shape (4, 3).
    var graph = Graph()
    let a = graph.input(Tensor([1, 2, 3], shape: Shape([3])))
    let b = graph.input(Tensor(repeating: 1, shape: Shape([4, 3])))
    let sum = try graph.apply(
      .row("sum"), try graph.apply(.add, a, b, attribute: .none), attribute: .axis(nil))
    let gradients = graph.backward(from: sum, values: graph.forward())
    #expect(graph.gradient(of: a, in: gradients)?.elements == [4, 4, 4])
    #expect(graph.gradient(of: b, in: gradients)?.elements == [Double](repeating: 1, count: 12))
  }
}
