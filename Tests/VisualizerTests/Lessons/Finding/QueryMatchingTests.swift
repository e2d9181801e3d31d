import Autograd
import Playback
import SceneLanguage
import Testing

@testable import Visualizer

struct QueryMatchingTests {
  private let text = """
    x = 2
    param tan = 0.5
    product = x * tan
    y = tanh(product)
    z = log(x - 2)
    L = y * y + 0 * x
    output L
    """

  /// The labels of what a query finds once `cursor` steps are done; nil for all of them.
  private func found(_ query: String, in text: String? = nil, at cursor: Int? = nil) throws
    -> [String]
  {
    let run = Run(scene: try SceneFiles.scene(text: text ?? self.text))
    let matching = QueryMatching(
      run: run, cursor: cursor ?? run.stepCount, labels: LabelIndex(of: run))
    return matching.nodes(try Query(query)).map { run.labels[$0] }
  }

  @Test func `whole names come first, then parts, then operations, then their beginnings`() throws {
    #expect(try found("tan") == ["tan", "y"])
    #expect(try found("tanh") == ["y"])
    #expect(try found("t") == ["tan", "product"])
    #expect(try found("X") == ["x"])
  }

  @Test func `operations go by their names and symbols`() throws {
    let products = try found("multiply")
    #expect(products.contains("product"))
    #expect(try found("*") == products)
    #expect(try found("·") == products)
    #expect(try found("param") == ["tan"])
    #expect(try found("log") == ["z"])
    #expect(try found("σ", in: "x = 2\ns = sigmoid(x)\n") == ["s"])
  }

  @Test func `a node without a name goes by its label, a constant by its number`() throws {
    #expect(try found("v2", in: "x = 2\nL = (x + 7) * x\n") == ["v2"])
    #expect(try found("7", in: "x = 2\nL = (x + 7) * x\n") == ["7"])
  }

  @Test func `names are found in any script and case`() throws {
    #expect(try found("größe", in: "Größe = 2\nL = Größe * 2\n") == ["Größe"])
    #expect(try found("ß", in: "Größe = 2\nL = Größe * 2\n") == ["Größe"])
  }

  @Test func `all words must hold`() throws {
    #expect(try found("tanh data>0.7") == ["y"])
    #expect(try found("tanh data>0.8") == [])
    #expect(try found("input |data|=2") == ["x"])
  }

  @Test func `a value counts from its step on, and a constant's always`() throws {
    #expect(try found("data=2", at: 0) == ["2"])
    #expect(try found("data=2", at: 1) == ["x", "2"])
    #expect(try found("data!=2", at: 0) == ["0"])
  }

  @Test func `a gradient counts once it is final`() throws {
    let text = "a = 3\nb = a * a\n"
    let run = Run(scene: try SceneFiles.scene(text: text))
    for cursor in 0...run.stepCount {
      let isFinal = run.gradient(of: NodeID(0), at: cursor).isFinal
      #expect(try found("a grad>0", in: text, at: cursor) == (isFinal ? ["a"] : []))
      #expect(try found("a grad!=99", in: text, at: cursor) == (isFinal ? ["a"] : []))
    }
    #expect(try found("grad=6", in: text) == ["a"])
  }

  @Test func `what is still to come is known`() throws {
    let run = Run(scene: try SceneFiles.scene(text: "a = 3\nb = a * a\n"))
    func outstanding(_ query: String, _ cursor: Int) throws -> Query.Field? {
      QueryMatching(run: run, cursor: cursor, labels: LabelIndex(of: run))
        .outstanding(try Query(query))
    }
    #expect(try outstanding("data>0", 1) == .data)
    #expect(try outstanding("data>0", 2) == nil)
    #expect(try outstanding("nan", 1) == .data)
    #expect(try outstanding("nan", 2) == .gradient)
    #expect(try outstanding("a", 0) == nil)
    #expect(try outstanding("grad>0", run.stepCount) == nil)
  }

  @Test func `nan and infinity are found where they are`() throws {
    #expect(try found("inf") == ["z"])
    #expect(try found("data=-inf") == ["z"])
    #expect(try found("nan", in: "x = -1\nL = log(x)\n") == ["L"])
    #expect(try found("data!=0", in: "x = -1\nL = log(x)\n") == ["x", "L"])
  }

  @Test func `equal is what the boxes write alike, and what is equal`() throws {
    let text = "a = 0.123456\nL = a * 1\n"
    #expect(try found("a data=0.1235", in: text) == ["a"])
    #expect(try found("a data!=0.1235", in: text) == [])
    #expect(try found("a data=0.12346", in: text) == [])
    #expect(try found("a data=0.123456", in: text) == ["a"])
    #expect(try found("a data>=0.1235", in: text) == ["a"])
    #expect(try found("data=0", in: "a = 1e-300\nL = a * 1\n") == [])
  }

  @Test func `a node without a way to the output has no gradient to compare`() throws {
    #expect(try found("grad=0", in: "x = 2\ny = x * x\nL = x + 1\n") == [])
  }
}
