import Autograd
import Playback
import SceneLanguage
import Testing

/// A scene with its tensors and with their elements as nodes, and the way between the two.
struct ScalarFormsTests {
  private static let text = """
    const X = [[1, 2], [3, -1]]
    param w = [0.5, -0.25]
    k = 2
    y = (X @ w)[0:2]
    L = k * sum(y^2)

    """

  /// With both forms; the editor shows the numbers.
  private func takenApart(_ text: String = text) throws -> (Editor, ScalarForms) {
    var editor = try Editor(reading: text)
    let forms = try editor.toggleScalars().get()
    return (editor, forms)
  }

  @Test func `every node of a number leads back to the tensor it was made for`() throws {
    let (editor, forms) = try takenApart()
    #expect(editor.showsScalars && editor.scene.graph.isScalar)
    var last = NodeID(0)
    for node in forms.scalars.scene.graph.nodes {
      let tensor = forms.tensor(for: node)
      #expect(tensor >= last)
      last = tensor
      guard let name = editor.scene.details[node.index].name else { continue }
      let owner = name.prefix { $0 != "[" }
      // What has no name there is the product whose elements y only puts elsewhere.
      #expect(owner == forms.tensors.scene.details[tensor.index].name ?? "y")
    }
    for node in forms.tensors.scene.graph.nodes {
      let scalar = try #require(forms.scalar(for: node))
      #expect(forms.tensor(for: scalar) <= node)
    }
    #expect(forms.scalar(for: forms.tensors.output) == forms.scalars.output)
  }

  @Test func `an output of many elements leads to their sum and back`() throws {
    let (_, forms) = try takenApart("x = [1, 2, 3]\ny = x * x\n")
    let sum = try #require(forms.scalar(for: forms.tensors.output))
    #expect(sum == forms.scalars.output)
    #expect(forms.tensor(for: sum) == forms.tensors.output)
    #expect(forms.scalars.values[sum.index] == 14)
  }

  @Test func `start and end stay, and every other place stays in its phase`() throws {
    var editor = try Editor(reading: Self.text + "train(rate: 0.1)\n")
    let tensors = editor.run
    let forms = try editor.toggleScalars().get()
    for cursor in 0...tensors.stepCount {
      var player = Player(run: tensors, cursor: cursor)
      let phase = player.phase
      player.replace(run: forms.scalars) { forms.scalar(for: $0) }
      #expect(player.phase == phase)
      #expect(player.isAtStart == (cursor == 0))
      #expect(player.isAtEnd == (cursor == tensors.stepCount))
    }
    for cursor in 0...forms.scalars.stepCount {
      var player = Player(run: forms.scalars, cursor: cursor)
      let phase = player.phase
      player.replace(run: tensors) { forms.tensor(for: $0) }
      #expect(player.phase == phase)
      #expect(player.isAtStart == (cursor == 0))
      // The one update of w stands for those of its elements.
      #expect(player.isAtEnd == (phase == .update))
    }
  }

  @Test func `a step about a node is one about its counterpart`() throws {
    let (_, forms) = try takenApart()
    let w = NodeID(1)
    for step in forms.tensors.steps(of: w) {
      var player = Player(run: forms.tensors, cursor: step + 1)
      player.breakpoints = [w]
      let before = try #require(player.current)
      player.replace(run: forms.scalars) { forms.scalar(for: $0) }
      #expect(player.current?.kind.name == before.kind.name)
      #expect(player.current.map { forms.tensor(for: $0.node) } == w)
      #expect(player.breakpoints.map { forms.tensor(for: $0) } == [w])
    }
  }

  @Test func `an edit among numbers changes the text, and is undone in either form`() throws {
    var (editor, forms) = try takenApart()
    let k = try #require(forms.scalar(for: NodeID(2)))
    let change = try editor.edit(k, to: "3").get()
    #expect(change.oldValue == 2 && change.newValue == 3)
    let edited = Self.text.replacing("k = 2", with: "k = 3")
    #expect(editor.scene.source.text == edited)
    forms = try editor.toggleScalars().get()
    #expect(!editor.showsScalars && editor.run.values[2] == 3)
    let undone = editor.undo()
    // The node of the edit was one of the other form.
    #expect(undone != nil && undone?.node == nil)
    #expect(editor.scene.source.text == Self.text && editor.run.values[2] == 2)
    _ = try editor.toggleScalars().get()
    let again = editor.redo()
    #expect(again?.node == k && again?.newValue == 3)
    #expect(editor.scene.source.text == edited)
  }

  @Test func `an element cannot be edited, and the reason says where it stands`() throws {
    let (editor, forms) = try takenApart()
    let element = try #require(forms.scalar(for: NodeID(1)))
    #expect(
      editor.obstacle(toEditing: element)?.message
        == "w[0] is an element of w; # shows the tensors, E opens the text at its line")
  }

  @Test func `too many nodes are refused as they are by the command line, and all stays`() throws {
    var options = LoadOptions()
    options.maximumNodes = 10
    var editor = Editor(scene: try Scene.reading(Self.text), options: options)
    guard case .failure(let mistake) = editor.toggleScalars() else {
      Issue.record("it was taken apart")
      return
    }
    #expect(mistake.message == "the scene makes more than 10 nodes")
    #expect(!editor.showsScalars && editor.run.hasTensors)
  }

  @Test func `an output that was chosen is kept where it is one number in both forms`() throws {
    for (name, isKept) in [("L", true), ("k", true), ("w", false)] {
      var editor = try Editor(reading: Self.text + "M = L + 1\n")
      editor.setOutput(try editor.node(name))
      _ = try editor.toggleScalars().get()
      let output = editor.scene.details[editor.run.output.index].name
      #expect(output == (isKept ? name : "M"))
    }
  }
}
