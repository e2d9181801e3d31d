package import Visualizer

/// The scenes that come with the program, for when there is no terminal to choose on.
package struct PickerReport {
  let entries: [Picker.Entry]

  package init(entries: [Picker.Entry]) {
    self.entries = entries
  }

  package func writeText(to stream: inout some TextOutputStream) {
    var table = TextTable()
    for entry in entries { table.append([entry.path, entry.title]) }
    table.write(to: &stream)
  }
}
