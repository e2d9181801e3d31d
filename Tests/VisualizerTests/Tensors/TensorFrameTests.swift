import CellGrid
import Playback
import Testing

@testable import Visualizer

struct TensorFrameTests {
  private static let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]

  private func frame(_ model: Model, _ title: String) -> String {
    let rule = String(repeating: "=", count: model.screen.size.width - title.count - 1)
    return "\(title) \(rule)\n\(model.screenText)"
  }

  private func turns(of model: Model) -> [String] {
    var model = model
    var frames = [frame(model, "start")]
    model.press(.character("c"), .character("c"))
    frames.append(frame(model, "seeded"))
    model.press(.character("n"), .character("n"), .character("n"), .character("n"))
    frames.append(frame(model, "some gradients"))
    model.press(.end)
    frames.append(frame(model, "end"))
    return frames
  }

  @Test func `small matrices are numbers`() throws {
    let frames = try Self.sizes.flatMap {
      turns(of: try TensorScenes.model(TensorScenes.small, size: $0))
    }
    try Goldens.expect("tensors-small", frames.joined(separator: "\n"))
  }

  @Test func `larger ones are heat maps, digits where there are no colours`() throws {
    let frames = try Self.sizes.flatMap {
      turns(
        of:
          try TensorScenes.model(TensorScenes.large, size: $0, symbols: .unicode.withoutShades))
    }
    try Goldens.expect("tensors-heat", frames.joined(separator: "\n"))
  }

  @Test func `in colours a cell has two of them, in ASCII none`() throws {
    var model = try TensorScenes.model(TensorScenes.large)
    model.press(.end)
    let canvas = model.view(size: model.screen.size)
    let shades = (0..<canvas.size.height).flatMap { row in
      (0..<canvas.size.width).compactMap { canvas[$0, row].role.shades }
    }
    #expect(shades.count > 28 * 4)
    #expect(Set(shades.map(\.upper)).count > 8)
    var plain = try TensorScenes.model(TensorScenes.large, symbols: .ascii)
    plain.press(.end)
    #expect(plain.screenText.allSatisfy { $0.isASCII })
    #expect(plain.screenText.contains("-4.249 to 4.664, mean 4.2e-4"))
  }

  @Test(arguments: [TensorScenes.small, TensorScenes.large, TensorScenes.mixed])
  func `no tensor is nan anywhere, at any step, size and zoom`(text: String) throws {
    for size in Self.sizes {
      var model = try TensorScenes.model(text, size: size)
      for _ in 0..<3 {
        model.press(.home)
        while let lesson = model.lesson, lesson.player.cursor < lesson.run.stepCount {
          model.press(.character("s"))
          let shown = model.screenText
          #expect(!shown.contains("nan") && !shown.contains("inf"), "\(shown)")
        }
        model.press(.tab, .character("z"), .character("x"))
      }
    }
  }

  @Test func `a tensor is not edited as a number, and says so`() throws {
    var model = try TensorScenes.model(TensorScenes.small)
    model.press(.end)
    for key in ["e", "]", "["] as [Character] {
      model.press(.character(key))
      #expect(model.lesson?.notice?.text.contains("W is a tensor of shape (3, 2)") == true)
    }
  }

  @Test func `a search compares the ends of a tensor's range`() throws {
    var model = try TensorScenes.model(TensorScenes.small)
    model.press(.end)
    func found(_ query: String) -> [String] {
      guard let lesson = model.lesson else { return [] }
      var search = Search(origin: nil)
      search.prompt = Prompt(text: query)
      search.refresh(in: lesson.run, at: lesson.player.cursor)
      return search.matches.map { lesson.run.labels[$0] }
    }
    #expect(found("data>=6") == ["X", "v9", "L"] || found("data>=6").contains("X"))
    #expect(found("data<-0.9").contains("W"))
    #expect(!found("data<-1").contains("W"))
    #expect(found("nan").isEmpty)
  }
}
