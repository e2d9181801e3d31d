import ArgumentParser
import CellGrid
import SceneLanguage
import Terminal
import Visualizer

@main
struct BackpropTUI: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backprop-tui")
  @Argument var scene: String

  func run() throws {
    let status: Int32
    guard let text = try? SceneFile.read(scene).text else { return }
    guard case .scene(let loaded) = Scene.load(Source(name: scene, text: text)) else { return }
    do throws(TerminalError) {
      let capabilities = try Terminal.capabilities()
      status = try Terminal.run(
        model: Model(scene: loaded, path: scene, size: Size(width: 80, height: 24)),
        theme: .standard, capabilities: capabilities)
    } catch {
      print(error)
      return
    }
    throw ExitCode(status)
  }
}
