import Autograd
import Playback
import SceneLanguage
import Testing

struct PlayerTests {
  @Test(arguments: Level.allCases)
  func `forward k times and back k times is where it was`(level: Level) throws {
    for scene in try HandBuiltScene.all() {
      var player = Player(run: Run(scene: scene))
      var visited = [0]
      while !player.isAtEnd {
        player.forward(level)
        visited.append(player.cursor)
      }
      while let expected = visited.popLast() {
        #expect(player.cursor == expected)
        player.back(level)
      }
      #expect(player.isAtStart)
    }
  }

  @Test func `each level stops where it says`() throws {
    let run = Run(scene: try HandBuiltScene.square())
    #expect(stops(of: run, at: .contribution) == [0, 1, 2, 3, 4, 5, 6, 7])
    #expect(stops(of: run, at: .node) == [0, 1, 2, 3, 7])
    #expect(stops(of: run, at: .phase) == [0, 2, 4, 7])
  }

  @Test func `moves beyond the ends stay at the ends`() throws {
    var player = Player(run: Run(scene: try HandBuiltScene.square()))
    for level in Level.allCases { player.back(level) }
    #expect(player.cursor == 0)
    player.toEnd()
    for level in Level.allCases { player.forward(level) }
    #expect(player.cursor == 7)
    player.jump(to: -5)
    #expect(player.cursor == 0)
    player.jump(to: .max)
    #expect(player.cursor == 7)
  }

  @Test func `the end of the phase is the end of the next one when already there`() throws {
    var player = Player(run: Run(scene: try HandBuiltScene.chain()), cursor: 3)
    let n = player.run.nodeCount
    var cursors: [Int] = []
    for _ in 0..<4 {
      player.toPhaseEnd()
      cursors.append(player.cursor)
    }
    #expect(cursors == [n, n + 2, player.run.stepCount, player.run.stepCount])
    cursors = []
    for _ in 0..<4 {
      player.toPhaseStart()
      cursors.append(player.cursor)
    }
    #expect(cursors == [n + 2, n, 0, 0])
  }

  @Test func `running until a node visits exactly its steps, both ways`() throws {
    for scene in try HandBuiltScene.all() {
      let run = Run(scene: scene)
      for node in scene.graph.nodes {
        var player = Player(run: run)
        var visited: [Int] = []
        while player.runUntilNext(node) { visited.append(player.cursor - 1) }
        #expect(visited == run.steps(of: node))
        player.toEnd()
        var isBehind = player.current.map { $0.node == node } ?? false
        visited = isBehind ? [player.cursor - 1] : []
        while player.runUntilPrevious(node) { visited.append(player.cursor - 1) }
        isBehind = player.runUntilPrevious(node)
        #expect(!isBehind)
        #expect(visited.reversed() == run.steps(of: node))
      }
    }
  }

  @Test func `playing goes node by node and stops at a breakpoint and at the end`() throws {
    var player = Player(run: Run(scene: try HandBuiltScene.square()))
    player.breakpoints = [NodeID(0)]
    var moves: [String] = []
    for _ in 0..<7 {
      let isPlaying = player.advance()
      moves.append("\(player.cursor) \(isPlaying)")
    }
    #expect(
      moves == ["1 false", "2 true", "3 true", "5 false", "6 false", "7 false", "7 false"])
  }

  @Test func `another run of the same steps keeps the cursor exactly`() throws {
    var player = Player(run: Run(scene: try HandBuiltScene.chain()), cursor: 11)
    player.breakpoints = [NodeID(2)]
    player.replace(run: Run(scene: try HandBuiltScene.chain()))
    #expect(player.cursor == 11)
    #expect(player.breakpoints == [NodeID(2)])
  }

  @Test func `another structure keeps the cursor at the same step of the same name`() throws {
    let old = try HandBuiltScene.chain()
    var builder = HandBuiltScene()
    let extra = builder.input("extra", 1)
    let x = builder.input("x", 2)
    let c = try builder.apply("sigmoid", x, named: "c")
    let g = try builder.apply("log", c, named: "g")
    let output = try builder.apply("subtract", extra, g, named: "L")
    let new = Run(scene: builder.scene(output: output))
    var player = Player(run: Run(scene: old))
    for index in 0..<player.run.stepCount {
      player = Player(run: Run(scene: old), cursor: index + 1)
      let before = Draw.step(try #require(player.current), of: player.run)
      player.replace(run: new)
      #expect((0...new.stepCount).contains(player.cursor))
      let after = Draw.step(try #require(player.current), of: new)
      if before.contains("g.0 -> c") || before.hasSuffix("final c") || before.contains("seed") {
        #expect(before == after)
      }
    }
  }

  private func stops(of run: Run, at level: Level) -> [Int] {
    (0...run.stepCount).filter { run.isStop($0, at: level) }
  }
}
