import CellGrid
import Testing
import Visualizer

@testable import Terminal

@Suite struct TimersTests {
  @Test func `without timers the wait has no end`() {
    #expect(Timers(escapeDelay: 25).timeout(at: 1000) == nil)
  }

  @Test func `the nearest timer decides how long to wait`() {
    var timers = Timers(escapeDelay: 25)
    timers.watch(isWanted: true, at: 0)
    #expect(timers.timeout(at: 0) == WatchedScene.interval)
    timers.tick(every: 100, at: 0)
    #expect(timers.timeout(at: 40) == 60)
    #expect(timers.timeout(at: 140) == 0)
    timers.tick(every: nil, at: 140)
    #expect(timers.timeout(at: 140) == WatchedScene.interval - 140)
  }

  @Test func `ticks keep their pace and do not make up for lost ones`() {
    var timers = Timers(escapeDelay: 25)
    timers.tick(every: 100, at: 0)
    let early = [99, 103].map { timers.tickIsDue(at: $0) }
    #expect(early == [false, true])
    #expect(timers.timeout(at: 103) == 97)
    let late = [5000, 5000].map { timers.tickIsDue(at: $0) }
    #expect(late == [true, false])
  }

  @Test(arguments: [(InputDecoder.Patience.escape, 25), (.sequence, 250)])
  func `Escape is given up after its delay, a sequence after ten`(
    patience: InputDecoder.Patience, delay: Int
  ) {
    var timers = Timers(escapeDelay: 25)
    let answers = [0, delay - 1, delay].map {
      timers.escapeIsDue(at: $0, isFresh: $0 == 0, patience: patience)
    }
    #expect(answers == [false, false, true])
    #expect(timers.timeout(at: delay + 1) == nil)
  }

  @Test func `two presses in one cell within 400 ms are a double press`() {
    var doubleClick = DoubleClick()
    func press(_ column: Int, at moment: Int) -> MouseEvent.Kind {
      let event = MouseEvent(kind: .press, place: Point(column: column, row: 0))
      return doubleClick.judge(event, at: moment).kind
    }
    #expect(press(1, at: 0) == .press)
    #expect(press(1, at: 400) == .doublePress)
    #expect(press(1, at: 500) == .press)
    #expect(press(2, at: 600) == .press)
    #expect(press(2, at: 1001) == .press)
  }
}
