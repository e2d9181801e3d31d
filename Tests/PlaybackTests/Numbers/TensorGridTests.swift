import Autograd
import Playback
import RandomNumbers
import Testing

struct TensorGridTests {
  private func counting(_ shape: Shape) -> Tensor {
    Tensor((0..<shape.count).map(Double.init), shape: shape)
  }

  @Test func `a matrix that fits is itself`() {
    let grid = TensorGrid(of: counting(Shape([2, 3])), rows: 5, columns: 6)
    #expect(grid.rows == 2 && grid.columns == 3)
    #expect(grid.cells == [0, 1, 2, 3, 4, 5])
  }

  @Test func `a cell is the mean of the block it stands for`() {
    let grid = TensorGrid(of: counting(Shape([4, 4])), rows: 2, columns: 2)
    #expect(grid.cells == [2.5, 4.5, 10.5, 12.5])
    let uneven = TensorGrid(of: counting(Shape([5])), rows: 3, columns: 2)
    #expect(uneven.rows == 1 && uneven.cells == [0.5, 3])
  }

  @Test func `the axes before the last one are taken as one`() {
    let grid = TensorGrid(of: counting(Shape([2, 2, 3])), rows: 2, columns: 3)
    #expect(grid.cells == [1.5, 2.5, 3.5, 7.5, 8.5, 9.5])
    #expect(TensorGrid(of: Tensor(7), rows: 4, columns: 4).cells == [7])
    #expect(TensorGrid(of: counting(Shape([0, 3])), rows: 4, columns: 4).cells.isEmpty)
  }

  @Test func `every row is in the block of its place`() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let extent = 1 + random.below(50)
      let count = 1 + random.below(extent)
      for index in 0..<extent {
        let place = TensorGrid.place(index, of: count, in: extent)
        #expect(TensorGrid.block(place, of: count, in: extent).contains(index))
      }
    }
  }

  @Test func `the range of a tensor is that of its elements`() throws {
    let range = try #require(TensorRange(of: Tensor([1, -2, 4], shape: Shape([3]))))
    #expect((range.least, range.largest, range.mean) == (-2, 4, 1))
    #expect(range.magnitude == 4 && range.hasBothSigns && range.isFinite)
    let broken = try #require(TensorRange(of: Tensor([1, .nan, 0], shape: Shape([3]))))
    #expect(broken.least.isNaN && broken.largest.isNaN && !broken.isFinite)
    #expect(TensorRange(of: Tensor([], shape: Shape([0]))) == nil)
  }

  @Test(arguments: [1, 7, 8, 9, 16, 19])
  func `each element counts for the range, wherever it stands`(count: Int) throws {
    for place in 0..<count {
      for odd in [-5.0, 5, Double.nan, -Double.infinity] {
        var elements = [Double](repeating: 1, count: count)
        elements[place] = odd
        let range = try #require(TensorRange(of: Tensor(elements, shape: Shape([count]))))
        #expect(odd.isNaN ? range.least.isNaN : range.least == elements.min())
        #expect(odd.isNaN ? range.largest.isNaN : range.largest == elements.max())
        let sum = elements.reduce(0, +)
        #expect(odd.isNaN ? range.mean.isNaN : range.mean == sum / Double(count))
      }
    }
  }
}
