import Autograd
import Playback
import SceneLanguage

extension PythonReport {
  func writeStatedNumbers(to stream: inout some TextOutputStream) {
    stream.write(
      """


      # What backprop-tui computed for each node: its line in the scene, its value, and its gradient,
      # the derivative of \(PythonText.commented(run.labels[run.output])) with respect to it; None where there is none.
      stated = {

      """)
    for node in run.scene.graph.nodes {
      let value = PythonText.numbers(value(of: node), indentation: 8)
      let gradient = gradient(of: node).map { PythonText.numbers($0, indentation: 8) } ?? "None"
      let line = run.scene.line(of: node)
      stream.write("    \(key(of: node)): (\(line), \(value), \(gradient)),\n")
    }
    stream.write("}\n")
  }

  /// What the program does with `values`, `gradients` and `stated`.
  ///
  /// Two libraries round differently. A difference of large numbers that are nearly equal has few
  /// digits left, and so has the derivative of a saturated tanh: such numbers are held to the size
  /// of the largest one, as far as its own digits reach.
  static let comparison = """


    def differences(quantity, computed, stated):
        \"""A sentence for every node whose numbers differ by more than rounding explains.\"""
        stated = {name: np.array(numbers, dtype=float) for name, numbers in stated.items()}
        finite = [np.abs(numbers[np.isfinite(numbers)]) for numbers in stated.values()]
        rounding = 1e-14 * max((sizes.max() for sizes in finite if sizes.size), default=0.0)
        for name, there in stated.items():
            subject = f"{name} (line {lines[name]}): the {quantity}"
            if name not in computed:
                yield f"{subject} is missing here, backprop-tui has {there}"
                continue
            here = np.asarray(computed[name])
            if here.shape != there.shape:
                yield f"{subject} has shape {here.shape}, backprop-tui has {there.shape}"
                continue
            agrees = np.isclose(here, there, rtol=1e-9, atol=rounding, equal_nan=True)
            for index in np.argwhere(~agrees)[:1].tolist():
                element = f" at {index}" if index else ""
                numbers = f"{here[tuple(index)]}, backprop-tui has {there[tuple(index)]}"
                yield f"{subject}{element} is {numbers}"


    lines = {name: line for name, (line, _, _) in stated.items()}
    stated_values = {name: value for name, (_, value, _) in stated.items()}
    stated_gradients = {
        name: gradient for name, (_, _, gradient) in stated.items() if gradient is not None
    }
    found = [
        *differences("value", values, stated_values),
        *differences("gradient", gradients, stated_gradients),
    ]
    if found:
        sys.exit("\\n".join(found))
    print(f"{len(stated_values)} values and {len(stated_gradients)} gradients agree")

    """
}
