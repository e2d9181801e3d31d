import Autograd
import SceneLanguage
import Testing

@testable import Playback

struct ZeroReasonTests {
  @Test(arguments: [
    ("x = -1\nL = relu(x)", ZeroReason.localDerivative),
    ("x = 3\nL = x * 0", .localDerivative),
    ("x = 3\na = 2 * x\nL = relu(-a)", .upstream),
    ("x = 3\nL = x - x", .cancellation),
    ("x = 1\na = 1e-200 * x\nL = 1e-200 * a", .underflow),
    ("x = 1\nz = 0\na = 5 * x\nb = 1e-200 * x\nL = a * z + 1e-200 * b", .underflow),
  ])
  func `a gradient of 0 has its reason`(text: String, reason: ZeroReason) throws {
    let run = Run(scene: try Scene.reading(text))
    #expect(run.gradients[0] == 0)
    #expect(run.zeroReason(of: NodeID(0)) == reason)
  }

  @Test func `a gradient that is not 0, or never is one, has none`() throws {
    let run = Run(scene: try Scene.reading("x = 3\ny = 4\nconst k = 2\nL = x * k"))
    for node in run.scene.graph.nodes { #expect(run.zeroReason(of: node) == nil) }
  }
}
