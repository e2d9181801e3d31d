import Testing

@testable import Visualizer

struct PromptTests {
  private func typed(_ keys: [Key], into text: String = "") -> Prompt {
    var prompt = Prompt(text: text)
    for key in keys { _ = prompt.press(key) }
    return prompt
  }

  @Test func `characters go in at the cursor`() {
    let prompt = typed([.left, .character("1")], into: "25")
    #expect(prompt.text == "215")
    #expect(prompt.cursor == 2)
  }

  @Test func `backspace and delete take the neighbours of the cursor`() {
    #expect(typed([.home, .delete], into: "-2").text == "2")
    #expect(typed([.backspace, .backspace, .backspace], into: "-2").text == "")
  }

  @Test func `ctrl-u and ctrl-k cut to the ends of the line`() {
    #expect(typed([.left, .control("u")], into: "pi/2").text == "2")
    #expect(typed([.home, .right, .control("k")], into: "pi/2").text == "p")
  }

  @Test func `a paste becomes one line without control characters`() {
    var prompt = Prompt()
    prompt.insert("1\n+\t2\u{1B}")
    #expect(prompt.text == "1 + 2 ")
  }

  @Test func `the mistake goes when the text changes`() {
    var prompt = Prompt(text: "x")
    prompt.mistake = "not a number"
    _ = prompt.press(.backspace)
    #expect(prompt.mistake == nil)
  }
}
