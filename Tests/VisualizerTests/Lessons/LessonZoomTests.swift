import CellGrid
import GraphLayout
import Playback
import Testing

@testable import Visualizer

struct LessonZoomTests {
  @Test func `one key goes through three sizes and comes back`() throws {
    var model = try Model("neuron.txt")
    let before = try #require(model.lesson).picture.drawing
    var sizes: [Size] = []
    for _ in 0..<3 {
      model.press(.character("z"))
      sizes.append(try #require(model.lesson).picture.drawing.size)
    }
    #expect(sizes[0].height < before.size.height)
    #expect(sizes[1].width < sizes[0].width)
    #expect(try #require(model.lesson).picture.drawing == before)
  }

  @Test func `the selected node stays where it is on the screen`() throws {
    let text = NetworkScenes.text(inputs: 3, layers: [4, 4, 1], samples: 4)
    var model = try Model(text: text)
    model.press(.character("/"))
    model.type("x2_1_2")
    model.press(.enter, .character("."))
    var comparisons = 0
    for _ in 0..<3 {
      let before = try position(in: model)
      model.press(.character("z"))
      let after = try position(in: model)
      let drawing = try #require(model.lesson).picture.drawing.size
      let visible = try #require(model.lesson).arrangement(on: model.screen).graph.size
      let place = try #require(model.lesson).place
      // Where it would be cut or take the view past the edge of the drawing, it cannot stay.
      let columns = 0...max(0, drawing.width - visible.width)
      let rows = 0...max(0, drawing.height - visible.height)
      let isWhole = before.row + place.size.height < visible.height
      if columns.contains(place.minColumn - before.column) {
        #expect(after.column == before.column)
        comparisons += 1
      }
      if isWhole, rows.contains(place.minRow - before.row) {
        #expect(after.row == before.row)
        comparisons += 1
      }
    }
    #expect(comparisons > 2)
  }

  private func position(in model: Model) throws -> Point {
    let lesson = try #require(model.lesson)
    return Point(
      column: lesson.place.minColumn - lesson.viewport.offset.column,
      row: lesson.place.minRow - lesson.viewport.offset.row)
  }

  @Test func `dragging moves the picture with the mouse until the button is released`() throws {
    var model = try Model(text: NetworkScenes.text(inputs: 3, layers: [4, 4, 1]))
    let before = try #require(model.lesson).viewport.offset
    func mouse(_ kind: MouseEvent.Kind, _ column: Int, _ row: Int) {
      _ = model.update(
        .mouseMoved(MouseEvent(kind: kind, place: Point(column: column, row: row))))
    }
    mouse(.press, 50, 12)
    mouse(.drag, 45, 10)
    mouse(.release, 45, 10)
    mouse(.drag, 20, 5)
    let after = try #require(model.lesson).viewport.offset
    #expect(after == Point(column: before.column + 5, row: before.row + 2))
  }

  @Test func `the arrows pass the names of far leaves in a rank`() throws {
    let text = NetworkScenes.text(inputs: 3, layers: [4, 4, 1], samples: 4)
    var model = try Model(text: text)
    let boxes = try #require(model.lesson).picture.boxes
    #expect(boxes.contains { $0.kind == .stub })
    for _ in 0..<200 {
      let before = try #require(model.lesson)
      model.press(.down)
      let after = try #require(model.lesson)
      #expect(after.place.minRow >= before.place.minRow)
    }
  }

  @Test func `fitting takes the closest size that shows everything`() throws {
    var small = try Model("chain.txt", size: Size(width: 200, height: 60))
    small.press(.character("z"), .character("Z"))
    #expect(small.lesson?.zoom == .boxes)
    var large = try Model(text: NetworkScenes.text(inputs: 2, layers: [8, 8, 1]))
    large.press(.character("Z"))
    #expect(large.lesson?.zoom == .cells)
  }

  @Test func `steps, edits and searches work at every size`() throws {
    for count in 0..<3 {
      var model = try Model("neuron.txt")
      for _ in 0..<count { model.press(.character("z")) }
      model.press(.character("c"), .character("c"), .character("s"), .character("s"))
      model.press(.character("/"))
      model.type("x1")
      model.press(.enter, .character("]"))
      var reference = try Model("neuron.txt")
      reference.press(.character("c"), .character("c"), .character("s"), .character("s"))
      reference.press(.character("/"))
      reference.type("x1")
      reference.press(.enter, .character("]"))
      let (one, other) = (try #require(model.lesson), try #require(reference.lesson))
      #expect(one.player.cursor == other.player.cursor)
      #expect(one.selected == other.selected)
      #expect(one.run.values == other.run.values)
      #expect(one.zoom == Picture.Zoom.allCases[count])
    }
  }

  @Test func `cells stay where they are when a value changes`() throws {
    var model = try Model("rectified-lines.txt")
    model.press(.character("z"), .character("z"))
    let before = try #require(model.lesson).picture.drawing
    model.press(.end, .character("/"))
    model.type("t")
    model.press(.enter, .character("}"))
    #expect(try #require(model.lesson).change != nil)
    #expect(try #require(model.lesson).picture.drawing == before)
  }

  @Test func `a line has a blank between a constant's name and its number`() throws {
    var model = try Model("rectified-lines.txt", size: Size(width: 300, height: 100))
    model.press(.character("z"))
    #expect(model.screenText.contains("t 12.25"))
  }

  @Test func `lines and cells of the neuron, forward and back`() throws {
    var model = try Model("neuron.txt")
    var frames: [String] = []
    for zoom in ["lines", "cells"] {
      model.press(.character("z"), .home, .character("c"))
      frames.append("\(zoom), forward done\n\(model.screenText)")
      model.press(.character("c"), .character("s"), .character("s"))
      frames.append("\(zoom), a contribution\n\(model.screenText)")
      model.press(.end)
      frames.append("\(zoom), end\n\(model.screenText)")
    }
    try Goldens.expect("zoomed-neuron", frames.joined(separator: "\n"))
  }

  @Test func `a bar says the power of ten of a gradient`() {
    let gradients = [0, 1e-9, -9e-6, 2e-5, 1e-4, 0.005, -0.05, 0.5, 1, 1e300]
    #expect(gradients.map(BoxDrawing.level) == [0, 1, 1, 2, 3, 4, 5, 6, 7, 7])
  }
}
