import ArgumentParser

@main
struct BackpropTUI: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "backprop-tui")
}
