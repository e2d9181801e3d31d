import Foundation

/// The sections of the report; adding one is adding a row. `Benchmarks tape` runs one by name.
let sections: [Section] = [
  Section(name: "tape", title: "The tape beside a naive loop in C", measure: TapeBenchmark.measure),
  Section(
    name: "scene", title: "A long scene, from its text to all gradients",
    measure: SceneBenchmark.measure),
  Section(
    name: "tensors", title: "Matrices beside other libraries, one thread, 64 bits",
    measure: TensorBenchmark.measure),
  Section(name: "data", title: "Data of the size of MNIST", measure: DataBenchmark.measure),
  Section(
    name: "layout", title: "The layout beside dot", measure: LayoutBenchmark.measure),
  Section(
    name: "walks", title: "Drawings read by their characters", measure: WalkBenchmark.measure),
  Section(
    name: "terminal", title: "The program in a terminal of 120x40",
    measure: TerminalBenchmark.measure),
  Section(
    name: "large", title: "A large graph in the terminal", measure: LargeSceneBenchmark.measure),
]

let wanted = CommandLine.arguments.dropFirst()
let unknown = wanted.filter { name in !sections.contains { $0.name == name } }
if let name = unknown.first {
  print("no section '\(name)' here; there are: " + sections.map(\.name).joined(separator: ", "))
  exit(64)
}
var isSound = true
for section in sections where wanted.isEmpty || wanted.contains(section.name) {
  isSound = section.report() && isSound
}
exit(isSound ? 0 : 1)
