import Autograd
import DataSets
import Testing

struct OneHotTests {
  private let values = LeafValues(limit: 1 << 20)

  @Test func `a row has a 1 at the place of its label`() throws {
    #expect(
      try values.oneHot(Tensor([2, 0], shape: Shape([2])), classes: 3)
        == Tensor([0, 0, 1, 1, 0, 0], shape: Shape([2, 3])))
    #expect(try values.oneHot(Tensor(1), classes: 2) == Tensor([0, 1], shape: Shape([2])))
    #expect(
      try values.oneHot(Tensor([0, 1], shape: Shape([2, 1])), classes: 2).shape == Shape([2, 1, 2]))
    #expect(try values.oneHot(Tensor([], shape: Shape([0])), classes: 2).shape == Shape([0, 2]))
  }

  @Test(
    arguments: [
      (10, "10.0"), (-1, "-1.0"), (0.5, "0.5"), (.nan, "nan"), (.infinity, "inf"),
      (1e300, "1e+300"),
    ] as [(Double, String)])
  func `a label that is no class is named with its place`(label: Double, text: String) {
    let labels = Tensor([3, 9, label], shape: Shape([3]))
    let mistake = #expect(throws: DataMistake.self) { try values.oneHot(labels, classes: 10) }
    #expect(
      mistake?.message
        == "labels are whole numbers from 0 to 9, number 2, counted from 0, is \(text)")
  }

  @Test func `there is a class, and room for all`() {
    let labels = Tensor([0, 0], shape: Shape([2]))
    let mistake = #expect(throws: DataMistake.self) { try values.oneHot(labels, classes: 0) }
    #expect(mistake?.message == "there is 1 class or more, 0 is asked for")
    #expect(throws: DataMistake(.request(.tooManyValues(shape: [2, .max], limit: 1 << 20)))) {
      try values.oneHot(labels, classes: .max)
    }
  }
}
