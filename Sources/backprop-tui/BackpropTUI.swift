import ArgumentParser
import Terminal
import Visualizer

@main
struct BackpropTUI: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backprop-tui")

  @Argument var scene: String?

  func run() throws {
    let status: Int32
    do throws(TerminalError) {
      let capabilities = try Terminal.capabilities()
      status = try Terminal.run(
        model: Model(), theme: Theme(name: "mono", styles: [:]), capabilities: capabilities)
    } catch {
      print(error)
      return
    }
    throw ExitCode(status)
  }
}
