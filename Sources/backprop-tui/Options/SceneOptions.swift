import ArgumentParser
import SceneLanguage

/// What every command that reads a scene understands.
struct SceneOptions: ParsableArguments {
  @Option(
    name: .customShort("e"),
    help: ArgumentHelp("The scene itself; ; ends a statement.", valueName: "statements"))
  var expression: String?

  @Option(
    help: ArgumentHelp(
      "Give a leaf another value (repeatable): --set w=pi/4.", valueName: "name=expression"))
  var set: [Assignment] = []

  @Option(help: ArgumentHelp("Where the backward pass starts.", valueName: "name"))
  var output: String?

  @Flag(help: "Make every tensor element a node of its own, as all are in a scene of scalars.")
  var scalars = false

  @Option(help: ArgumentHelp("Where read may look.", valueName: "folder"))
  var root: String?

  @Option(help: ArgumentHelp("The largest source that is read, in MiB.", valueName: "number"))
  var maximumSource = 16

  @Option(help: ArgumentHelp("How deep expressions may nest.", valueName: "number"))
  var maximumDepth = 1_000

  @Option(help: ArgumentHelp("How many nodes a scene may have.", valueName: "number"))
  var maximumNodes = 5_000_000

  @Option(help: ArgumentHelp("The most memory all values may take, in MiB.", valueName: "number"))
  var maximumValues = 2_048

  func validate() throws {
    guard maximumSource > 0, maximumSource <= 1 << 20, maximumDepth > 0, maximumNodes > 0,
      maximumValues > 0, maximumValues <= 1 << 30
    else {
      throw ValidationError("A limit is a number above 0.")
    }
  }

  /// The largest source in bytes.
  var maximumBytes: Int { maximumSource << 20 }

  /// - Parameter scene: where the scene comes from, as far as that is a file.
  func loadOptions(for scene: String?) -> LoadOptions {
    var options = LoadOptions()
    let folder = DataFolder(of: scene == "-" ? nil : scene, root: root)
    options.open = { folder.bytes(of: $0, limit: $1) }
    options.maximumBytes = maximumBytes
    options.maximumDepth = maximumDepth
    options.maximumNodes = maximumNodes
    options.maximumTensorBytes = maximumValues << 20
    options.output = output
    options.makesScalars = scalars
    options.separatesAtSemicolons = expression != nil
    return options
  }
}
