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
      let value = Self.stated(value(of: node))
      let gradient = gradient(of: node).map(Self.stated) ?? "None"
      let line = run.scene.line(of: node)
      stream.write("    \(key(of: node)): (\(line), \(value), \(gradient)),\n")
    }
    stream.write("}\n")
  }

  /// A sentence for whatever is another there.
  ///
  /// Two libraries round differently. A difference of large numbers that are nearly equal has few
  /// digits left, and so has the derivative of a saturated tanh: such numbers are held to the size
  /// of the largest one, as far as its own digits reach. See `nodesBySize`.
  var differences: String {
    let (stated, known, ofMany) = hasLargeNodes ? Self.withMany : Self.withoutMany
    return """


      def differences(quantity, computed, stated):
          \"""A sentence for every node whose numbers differ by more than rounding explains.\"""
      \(stated)
          finite = [np.abs(numbers[np.isfinite(numbers)]) for numbers in \(known)]
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
      \(ofMany)        agrees = np.isclose(here, there, rtol=1e-9, atol=rounding, equal_nan=True)
              for index in np.argwhere(~agrees)[:1].tolist():
                  element = f" at {index}" if index else ""
                  numbers = f"{here[tuple(index)]}, backprop-tui has {there[tuple(index)]}"
                  yield f"{subject}{element} is {numbers}"

      """
  }

  private static let withoutMany = (
    "    stated = {name: np.array(numbers, dtype=float) for name, numbers in stated.items()}",
    "stated.values()", ""
  )

  private static let withMany = (
    """
        stated = {
            name: numbers if isinstance(numbers, Many) else np.array(numbers, dtype=float)
            for name, numbers in stated.items()
        }
        known = [there.some if isinstance(there, Many) else there for there in stated.values()]
    """, "known",
    """
            if isinstance(there, Many):
                yield from there.differences(here, subject, rounding)
                continue

    """
  )

  /// What the program does with `values`, `gradients` and `stated`.
  var verdict: String {
    let groups = nodesBySize
    return """


      lines = {name: line for name, (line, _, _) in stated.items()}
      stated_values = {name: value for name, (_, value, _) in stated.items()}
      stated_gradients = {
          name: gradient for name, (_, _, gradient) in stated.items() if gradient is not None
      }
      \(groups.count > 1 ? comparison(of: groups) : Self.comparison)
          *differences("gradient", gradients, stated_gradients),
      ]
      if found:
          sys.exit("\\n".join(found))
      print(f"{len(stated_values)} values and {len(stated_gradients)} gradients agree")

      """
  }

  private static let comparison = """
    found = [
        *differences("value", values, stated_values),
    """

  private func comparison(of groups: [[NodeID]]) -> String {
    let lists = groups.map { group in
      "    [\n\(PythonText.wrapped(group.map(key), indentation: 8))\n    ],\n"
    }
    return """
      # Rounding is relative to the numbers that a node is computed from: the groups go from the largest
      # of them to smaller ones.
      groups = [
      \(lists.joined())]
      found = [
          *(
              difference
              for group in groups
              for difference in differences("value", values, {n: stated_values[n] for n in group})
          ),
      """
  }
}
