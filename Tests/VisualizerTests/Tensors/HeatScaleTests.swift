import Autograd
import Playback
import Testing

@testable import Visualizer

struct HeatScaleTests {
  private func scale(_ elements: [Double]) -> HeatScale {
    let tensor = Tensor(elements, shape: Shape([elements.count]))
    return HeatScale(
      TensorGrid(of: tensor, rows: 1, columns: elements.count), range: TensorRange(of: tensor))
  }

  /// How bright an index of the palette is, by its red, green and blue.
  private func lightness(_ index: UInt8?) throws -> Int {
    let color = PaletteColor(index: try #require(index))
    return 2 * color.red + 7 * color.green + color.blue
  }

  @Test func `numbers of both signs are brighter the farther from 0`() throws {
    let scale = scale([-4, 4])
    for sign in [-1.0, 1.0] {
      let steps = try (0...7).map { try lightness(scale.color(of: sign * Double($0) / 2)) }
      #expect(steps == steps.sorted() && Set(steps).count == steps.count)
    }
    #expect(scale.color(of: 0) == scale.color(of: -0.01))
    #expect(scale.color(of: 4) != scale.color(of: -4))
  }

  @Test func `numbers of one sign go from dark to bright`() throws {
    let scale = scale([5, 6, 7])
    let steps = try [5, 5.5, 6, 6.5, 7].map { try lightness(scale.color(of: $0)) }
    #expect(steps == steps.sorted() && Set(steps).count == 5)
    #expect(scale.digit(of: 5) == "0" && scale.digit(of: 7) == "9")
  }

  @Test func `what is not finite has no colour, and does not spoil the others`() {
    let scale = scale([1, .nan, 2, .infinity])
    #expect(scale.color(of: .nan) == nil && scale.digit(of: .infinity) == nil)
    #expect(scale.digit(of: 1) == "0" && scale.digit(of: 2) == "9")
  }

  @Test func `equal numbers have one colour, 0 the darkest`() {
    #expect(scale([0, 0]).color(of: 0) == 232)
    #expect(scale([3, 3]).digit(of: 3) == "5")
  }
}
