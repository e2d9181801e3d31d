import Visualizer

extension EventLoop {
  mutating func perform(_ effects: [Effect]) {
    for effect in effects where ending == nil {
      switch effect {
      case .quit: ending = .quit
      case .redraw: screen.forgetPicture()
      case .suspend: suspend(wholeJob: true)
      case .captureMouse(let isCaptured): screen.captureMouse(isCaptured)
      case .readScene(let path): readScene(path)
      case .writeScene(let path, let text): writeScene(path, text)
      case .openEditor(let path, let line): openEditor(path, line: line)
      case .timePasses: timePasses()
      case .tick(let interval): timers.tick(every: interval, at: Clock.now)
      }
    }
  }

  /// Leaves the terminal to the shell until the job is continued. Meanwhile the window may have
  /// another size, and the scene another text.
  mutating func suspend(wholeJob: Bool) {
    screen.suspend(wholeJob: wholeJob)
    tell(.resized(screen.adoptWindowSize()))
    lookAtScene()
  }

  private mutating func timePasses() {
    guard let passes = model.passesToTime else { return }
    let tensors = Clock.nanoseconds { passes.makeOverTensors() }
    let scalars = Clock.nanoseconds { passes.makeOverScalars() }
    tell(.passesTimed(tensors: tensors, scalars: scalars))
  }

  private mutating func readScene(_ path: String) {
    do throws(SceneFileError) {
      let file = try SceneFile.read(path)
      watch(WatchedScene(file))
      tell(.sceneRead(path: path, text: file.text))
    } catch {
      tell(.effectFailed(error.description))
    }
  }

  /// Writes, unless somebody else has written since the model was told: then the model hears that
  /// first, and what it does with the two texts is for the user to say. What was never read is not
  /// written over.
  private mutating func writeScene(_ path: String, _ text: String) {
    if scene?.path == path, case .text(let other) = scene?.look(), other != text {
      tell(.effectFailed("\(path) was changed by another program meanwhile; nothing was written"))
      tell(.sceneRead(path: path, text: other))
      return
    }
    guard scene?.path == path || !SceneFile.exists(path) else {
      tell(.effectFailed("\(path) is there already and was not read; nothing was written"))
      return
    }
    do throws(SceneFileError) {
      watch(WatchedScene(try SceneFile.write(text, to: path)))
      tell(.sceneWritten)
    } catch {
      tell(.effectFailed(error.description))
    }
  }

  private mutating func openEditor(_ path: String, line: Int) {
    let status = screen.lend(to: Editor.command(path: path, line: line))
    tell(.resized(screen.adoptWindowSize()))
    readScene(path)
    if let status, status == 0 { return }
    let code = status.map { $0 >> 8 & 0xFF } ?? 127
    tell(
      .effectFailed(
        code == 127
          ? "the editor could not be run: set VISUAL or EDITOR"
          : "the editor ended with status \(code)"))
  }

  mutating func lookAtScene() {
    guard let path = scene?.path else { return }
    switch scene?.look() {
    case .text(let text): tell(.sceneRead(path: path, text: text))
    case .unreadable(let error): tell(.effectFailed(error.description))
    case .some(.none), nil: break
    }
  }

  private mutating func watch(_ scene: WatchedScene) {
    self.scene = scene
    timers.watch(isWanted: true, at: Clock.now)
  }
}
