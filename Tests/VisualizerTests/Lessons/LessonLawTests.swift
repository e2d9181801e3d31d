import CellGrid
import GraphLayout
import Playback
import RandomNumbers
import SceneLanguage
import Testing

@testable import Visualizer

/// What holds for every scene, whatever it teaches.
struct LessonLawTests {
  @Test(arguments: SceneFiles.names)
  func `forward k and back k shows the same picture`(name: String) throws {
    for (forward, back) in [("s", "S"), ("n", "N"), ("c", "C")] as [(Character, Character)] {
      var model = try Model(name, size: Size(width: 80, height: 24))
      var cursors: [Int] = []
      var gradients: [String] = []
      while let lesson = model.lesson, lesson.player.cursor < lesson.run.stepCount {
        cursors.append(lesson.player.cursor)
        gradients.append(Self.numbers(of: lesson))
        model.press(.character(forward))
      }
      while let cursor = cursors.popLast(), let numbers = gradients.popLast() {
        model.press(.character(back))
        let lesson = try #require(model.lesson)
        #expect(lesson.player.cursor == cursor)
        #expect(Self.numbers(of: lesson) == numbers)
      }
    }
  }

  /// Everything the boxes show.
  private static func numbers(of lesson: Lesson) -> String {
    let state = PictureState(run: lesson.run, cursor: lesson.player.cursor)
    let picture = PictureCanvas(picture: lesson.picture, state: state, symbols: .unicode)
    var canvas = Canvas(size: lesson.picture.drawing.size)
    picture.draw(canvas.bounds, in: canvas.bounds, on: &canvas)
    return canvas.text
  }

  @Test func `an edit and its undo leave no trace but the notice`() throws {
    var model = try Model("chain.txt")
    model.press(.character("c"), .tab)
    let before = try #require(model.lesson)
    model.press(.character("]"), .character("}"), .character("u"), .character("u"))
    let after = try #require(model.lesson)
    #expect(after.editor.scene.source.text == before.editor.scene.source.text)
    #expect(after.run.values == before.run.values)
    #expect(after.run.gradients == before.run.gradients)
    #expect(after.player.cursor == before.player.cursor)
    #expect(!after.editor.isModified)
  }

  @Test func `boxes do not move when values change`() throws {
    var model = try Model("neuron.txt")
    let before = try #require(model.lesson).picture.drawing
    model.press(.end, .character("}"), .character("}"), .character("{"))
    #expect(try #require(model.lesson).picture.drawing == before)
  }

  @Test func `no sequence of keys at any size traps, and the same keys give the same picture`()
    throws
  {
    for name in ["chain.txt", "both-slots.txt", "rectified-lines.txt"] {
      let one = try wander(name, seed: 7)
      let other = try wander(name, seed: 7)
      #expect(one == other)
    }
  }

  private func wander(_ name: String, seed: UInt64) throws -> [String] {
    var random = SplitMix64(seed: seed)
    var model = try Model(name)
    let keys =
      KeyBinding.all.flatMap(\.keys) + "0123456789./^-+*xabc#".map { Key.character($0) } + [
        .enter, .escape, .delete, .insert, .function(5), .control("x"),
      ]
    var pictures: [String] = []
    for round in 0..<1_200 {
      switch random.next() % 20 {
      case 0:
        let size = Size(
          width: Int(random.next() % 160) + 1, height: Int(random.next() % 50) + 1)
        _ = model.update(.resized(size))
      case 1: _ = model.update(.pasted("1 + pi\n\u{1B}[31m"))
      case 2: _ = model.update(.tickElapsed)
      case 4:
        let texts = [
          "x = 2\n", "q = 7\nx = 2\nw = 3\nL = w * x\n", "x = \n", "y = 1\nL = y * y * y + y\n",
        ]
        _ = model.update(.sceneRead(path: name, text: texts[random.below(texts.count)]))
      case 5: _ = model.update(random.below(2) == 0 ? .sceneWritten : .effectFailed("no"))
      case 3:
        let place = Point(column: Int(random.next() % 120), row: Int(random.next() % 40))
        let kinds: [MouseEvent.Kind] = [.press, .doublePress, .wheelUp, .wheelDown, .drag]
        let kind = kinds[Int(random.next() % 5)]
        _ = model.update(.mouseMoved(MouseEvent(kind: kind, place: place)))
      default: _ = model.update(.keyPressed(keys[Int(random.next() % UInt64(keys.count))]))
      }
      if round % 40 == 0 { pictures.append(model.screenText) }
    }
    return pictures
  }
}
