import Autograd
import CellGrid
import Playback
import Testing

@testable import Visualizer

struct InspectorTests {
  private static let images = """
    # Rows that are images, and a stack
    const X = randn(20, 784, seed: 4)
    param W = randn(784, 10, seed: 5)
    param A = [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[1, 0], [0, 1]]]
    const D = arange(128)
    E = reshape(D, 2, 8, 8)
    B = A @ A
    L = sum(B) + mean(X @ W)
    """

  private func frame(_ model: Model, _ title: String) -> String {
    let rule = String(repeating: "=", count: model.screen.size.width - title.count - 1)
    return "\(title) \(rule)\n\(model.screenText)"
  }

  private mutating func find(_ name: String, in model: inout Model) {
    model.press(.character("/"))
    model.type(name)
    model.press(.enter)
  }

  @Test mutating func `a cell of a weight, of its product, and of a bias`() throws {
    var frames: [String] = []
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var model = try TensorScenes.model(TensorScenes.small, size: size)
      model.press(.character("c"), .character("x"))
      find("v4", in: &model)
      model.press(.down, .right)
      frames.append(frame(model, "a product's value"))
      find("W", in: &model)
      frames.append(frame(model, "no gradient yet"))
      model.press(.character("c"), .character("c"))
      frames.append(frame(model, "a weight"))
      find("b", in: &model)
      frames.append(frame(model, "a bias"))
      model.press(.character("V"))
      frames.append(frame(model, "its value first"))
    }
    try Goldens.expect("inspector", frames.joined(separator: "\n"))
  }

  @Test mutating func `pages, stacks and images`() throws {
    var frames: [String] = []
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var model = try TensorScenes.model(
        Self.images, size: size, symbols: .unicode.withoutShades)
      model.press(.character("c"), .character("x"))
      find("W", in: &model)
      model.press(.pageDown, .pageDown, .end)
      frames.append(frame(model, "a page"))
      find("A", in: &model)
      model.press(.character("+"))
      frames.append(frame(model, "a matrix of a stack"))
      find("E", in: &model)
      model.press(.character("I"), .right)
      frames.append(frame(model, "matrices as images"))
    }
    try Goldens.expect("inspector-pages", frames.joined(separator: "\n"))
  }

  @Test func `the cursor stays inside, whatever the keys`() throws {
    var model = try TensorScenes.model(Self.images)
    model.press(.character("c"), .character("x"))
    let keys: [Key] = [
      .left, .up, .pageUp, .home, .end, .pageDown, .pageDown, .down, .right, .character("+"),
      .character("-"), .character("V"), .character("I"), .right, .pageDown, .up, .tab,
    ]
    for _ in 0..<12 {
      for key in keys {
        model.press(key)
        let lesson = try #require(model.lesson)
        let shape = lesson.run.shape(of: lesson.selected)
        let element = try #require(lesson.inspector?.element(in: shape))
        #expect((0..<shape.count).contains(element))
        _ = model.screenText
      }
    }
    model.press(.escape)
    #expect(model.lesson?.inspector == nil)
  }

  @Test mutating func `what feeds a cell is lit in the boxes`() throws {
    var model = try TensorScenes.model(TensorScenes.small)
    model.press(.end, .character("x"))
    find("W", in: &model)
    let lesson = try #require(model.lesson)
    let names = lesson.lit.map { "\(lesson.run.labels[$0.node]) \($0.field) \($0.elements)" }
    #expect(names == ["v4 grad [0, 2]", "X data [0, 3]"])
    let canvas = model.view(size: model.screen.size)
    let graph = lesson.arrangement(on: model.screen).graph
    let reversed = (graph.minRow...graph.maxRow).reduce(0) { sum, row in
      sum
        + (0..<canvas.size.width).count {
          canvas[$0, row].role == .selection && canvas[$0, row].character.isNumber
        }
    }
    // 1 and 4 of X, 0 and 0.75 of the gradient.
    #expect(reversed == 2 + 1 + 3)
  }

  @Test func `a heat map marks the cells that feed one`() throws {
    var model = try TensorScenes.model(TensorScenes.large, size: Size(width: 160, height: 70))
    model.press(.end, .character("x"))
    let canvas = model.view(size: model.screen.size)
    let marks = (0..<canvas.size.height).flatMap { row in
      (0..<canvas.size.width).filter { canvas[$0, row].character == "•" }
    }
    // The first column of X, and that of the gradient of v3: four rows of cells each.
    #expect(marks.count == 8)
  }

  @Test func `images are drawn in colours, half a cell a pixel`() throws {
    var model = try TensorScenes.model(Self.images)
    model.press(.character("c"), .character("x"))
    model.press(.tab, .tab)
    for _ in 0..<12 where model.lesson.map({ $0.run.labels[$0.selected] }) != "X" {
      model.press(.tab)
    }
    model.press(.character("I"), .right)
    let lesson = try #require(model.lesson)
    #expect(lesson.inspector?.row == 1)
    let rect = try #require(lesson.arrangement(on: model.screen).inspector)
    let canvas = model.view(size: model.screen.size)
    let pixels = (rect.minRow...rect.maxRow).reduce(0) { sum, row in
      sum + (0..<canvas.size.width).count { canvas[$0, row].role.shades != nil }
    }
    #expect(pixels > 300)
    #expect(model.screenText.contains("▸ 1"))
  }

  @Test func `x says the digits that are asked for`() throws {
    var model = try TensorScenes.model("param w = [0.123456789, 2]\nL = sum(w * w)")
    model.press(.end, .character("x"))
    #expect(model.screenText.contains("w[0]  data 0.1235  grad 0.2469"))
    model.press(.character("d"))
    #expect(model.screenText.contains("w[0]  data 0.123456789  grad 0.246913578"))
  }
}
