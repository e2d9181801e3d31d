import Playback

extension KeyBinding {
  /// Every key of the lesson. The rows with a hint stand in the footer, in this order, as far as
  /// the width goes.
  package static let all: [KeyBinding] =
    stepping + selecting + finding + editing + looking + inspecting

  /// The row a key belongs to, pressed alone or after another one.
  ///
  /// - Parameter isInspecting: whether the keys of the inspector come first.
  package static func bound(
    to key: Key, after prefix: Key? = nil, isInspecting: Bool = false
  ) -> KeyBinding? {
    let rows = all.lazy.filter { $0.prefix == prefix && $0.keys.contains(key) }
    if isInspecting, prefix == nil, let row = rows.first(where: \.isOfInspector) { return row }
    return rows.first { !$0.isOfInspector }
  }

  private static let stepping: [KeyBinding] = [
    KeyBinding(
      [.character(" "), .character("n"), .pageDown], .forward(.node), .stepping,
      "next node", hint: "next"),
    KeyBinding(
      [.character("N"), .backspace, .pageUp], .back(.node), .stepping,
      "previous node", hint: "back"),
    KeyBinding(
      [.character("s")], .forward(.contribution), .stepping, "next contribution", hint: "part"),
    KeyBinding([.character("S")], .back(.contribution), .stepping, "previous contribution"),
    KeyBinding([.character("c")], .toPhaseEnd, .stepping, "end of the phase", hint: "phase"),
    KeyBinding([.character("C")], .toPhaseStart, .stepping, "start of the phase"),
    KeyBinding([.home], .toStart, .stepping, "first step"),
    KeyBinding([.end], .toEnd, .stepping, "last step"),
    KeyBinding(
      [.character("r")], .runUntilNext, .stepping, "run to the selected node's next step"),
    KeyBinding(
      [.character("R")], .runUntilPrevious, .stepping,
      "back to its previous step"),
    KeyBinding(
      [.character("b")], .toggleBreakpoint, .stepping, "breakpoint on the selected node"),
    KeyBinding([.character("p")], .togglePlay, .stepping, "play or pause", hint: "play"),
    KeyBinding(
      [.character("t")], .trainStep, .stepping, "to the end of a step of training"),
    KeyBinding([.character("T")], .training, .stepping, "training: loss, plane, rewind"),
    KeyBinding(
      [.character("0")], .toggleZeroing, .stepping, "forget zero_grad, or not any more"),
    KeyBinding([.character("<")], .slower, .stepping, "slower"),
    KeyBinding([.character(">")], .faster, .stepping, "faster"),
  ]

  private static let selecting: [KeyBinding] = [
    KeyBinding([.left, .character("h")], .select(.left), .selecting, "to the operand"),
    KeyBinding([.right, .character("l")], .select(.right), .selecting, "to the consumer"),
    KeyBinding([.up, .character("k")], .select(.up), .selecting, "up in the rank"),
    KeyBinding([.down, .character("j")], .select(.down), .selecting, "down in the rank"),
    KeyBinding([.tab], .selectNextOnTape, .selecting, "next node on the tape"),
    KeyBinding([.backTab], .selectPreviousOnTape, .selecting, "previous node on the tape"),
    KeyBinding(
      [.character("o")], .makeOutput, .selecting, "make the selected node the output"),
  ]

  private static let finding: [KeyBinding] = [
    KeyBinding(
      [.character("/")], .search, .finding, "search: a name, tanh, grad>1, nan", hint: "find"),
    KeyBinding([.character(";")], .nextMatch, .finding, "next match"),
    KeyBinding([.character(",")], .previousMatch, .finding, "previous match"),
    KeyBinding(Key.digits, .selectOperand(1), .finding, "to the n-th operand"),
    KeyBinding([.character("g")], .prefix(.character("g")), .finding, "go to; shows where"),
    KeyBinding(
      [.character("o")], after: .character("g"), .selectOutput, .finding, "to the output",
      hint: "output"),
    KeyBinding(
      [.character("s")], after: .character("g"), .selectStepNode, .finding,
      "to the step's node", hint: "step"),
    KeyBinding(
      [.character("n")], after: .character("g"), .selectFirstNonFinite, .finding,
      "to the first nan or inf", hint: "nan, inf"),
    KeyBinding(
      Key.digits, after: .character("g"), .selectConsumer(1), .finding, "to the n-th consumer"),
    KeyBinding(
      [.character("a")], .mark(.ancestors), .finding, "mark what the node depends on"),
    KeyBinding([.character("A")], .mark(.descendants), .finding, "mark what depends on it"),
    KeyBinding([.character("(")], .selectionBack, .finding, "the selection before"),
    KeyBinding([.character(")")], .selectionForward, .finding, "the selection after"),
  ]

  private static let editing: [KeyBinding] = [
    KeyBinding(
      [.character("e")], .edit, .editing, "edit the selected value", hint: "edit"),
    KeyBinding(
      [.enter], .open, .editing, "edit the value; open or close the group"),
    KeyBinding(
      [.character("]")], .nudge(percent: 1), .editing, "nudge the value up by 1 %", hint: "nudge"),
    KeyBinding([.character("[")], .nudge(percent: -1), .editing, "nudge it down by 1 %"),
    KeyBinding([.character("}")], .nudge(percent: 10), .editing, "nudge it up by 10 %"),
    KeyBinding([.character("{")], .nudge(percent: -10), .editing, "nudge it down by 10 %"),
    KeyBinding([.character("u")], .undo, .editing, "undo"),
    KeyBinding([.control("r")], .redo, .editing, "redo"),
    KeyBinding([.character("w")], .write, .editing, "write the scene"),
    KeyBinding(
      [.character("E")], .openEditor, .editing, "open $VISUAL or $EDITOR at the line"),
  ]

  private static let looking: [KeyBinding] = [
    KeyBinding([.character("i")], .toggleStepPanel, .looking, "step panel", hint: "details"),
    KeyBinding([.character("v")], .toggleSourcePanel, .looking, "source panel", hint: "source"),
    KeyBinding(
      [.character("x")], .inspect, .looking, "the node's elements and their sums",
      hint: "inspect"),
    KeyBinding([.character("d")], .toggleDigits, .looking, "4 digits or all of them"),
    KeyBinding(
      [.character("#")], .toggleScalars, .looking, "tensors as numbers, a node each, or whole"),
    KeyBinding([.character("H")], .pan(.left), .looking, "pan left"),
    KeyBinding([.character("J")], .pan(.down), .looking, "pan down"),
    KeyBinding([.character("K")], .pan(.up), .looking, "pan up"),
    KeyBinding([.character("L")], .pan(.right), .looking, "pan right"),
    KeyBinding([.character(".")], .centre, .looking, "centre on the step or selection"),
    KeyBinding([.character("z")], .zoom, .looking, "zoom: boxes, lines, cells", hint: "zoom"),
    KeyBinding([.character("Z")], .fit, .looking, "zoom so that everything fits"),
    KeyBinding([.character("M")], .toggleMinimap, .looking, "map of the whole picture"),
    KeyBinding([.character("f")], .fold, .looking, "fold the group, then the one around"),
    KeyBinding([.character("F")], .toggleAllGroups, .looking, "fold or unfold all groups"),
    KeyBinding(
      [.character("&")], .togglePaths, .looking, "only its paths to the output, or all"),
    KeyBinding([.character("m")], .toggleMouse, .looking, "mouse on or off"),
    KeyBinding([.control("l")], .redraw, .looking, "redraw the screen"),
    KeyBinding([.control("z")], .suspend, .looking, "suspend"),
    KeyBinding([.escape], .close, .looking, "close; follow the step again"),
    KeyBinding([.character("?"), .function(1)], .help, .looking, "this help", hint: "help"),
    KeyBinding([.character("q"), .control("c")], .quit, .looking, "quit", hint: "quit"),
  ]

  private static let inspecting: [KeyBinding] = [
    KeyBinding(
      [.left], .moveCell(.left), .inspecting, "the cell to the left", hint: "cell"),
    KeyBinding([.right], .moveCell(.right), .inspecting, "the cell to the right"),
    KeyBinding([.up], .moveCell(.up), .inspecting, "the cell above"),
    KeyBinding([.down], .moveCell(.down), .inspecting, "the cell below"),
    KeyBinding([.pageUp], .pageCells(.up), .inspecting, "a page up"),
    KeyBinding([.pageDown], .pageCells(.down), .inspecting, "a page down"),
    KeyBinding([.home], .firstCell, .inspecting, "first column"),
    KeyBinding([.end], .lastCell, .inspecting, "last column"),
    KeyBinding([.character("+")], .nextLayer, .inspecting, "next matrix of a stack"),
    KeyBinding([.character("-")], .previousLayer, .inspecting, "the matrix before"),
    KeyBinding(
      [.character("V")], .toggleField, .inspecting, "value or gradient first",
      hint: "value/grad"),
    KeyBinding(
      [.character("I")], .toggleImages, .inspecting, "rows of 784 or 64 as images",
      hint: "images"),
  ]
}
