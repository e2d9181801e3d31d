/// Why no screen could be opened. The program then prints text instead.
package enum TerminalError: Error, Equatable, Sendable {
  case outputIsNoTerminal
  case keyboardIsMissing
  case terminalIsUnnamed
  case terminalIsUnknown(String)
  case cursorCannotMove(String)
  case signalsUnavailable
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outputIsNoTerminal: "standard output is not a terminal"
    case .keyboardIsMissing: "there is no terminal to read keys from (/dev/tty cannot be opened)"
    case .terminalIsUnnamed: "TERM is not set, so the terminal's language is not known"
    case .terminalIsUnknown(let name): "TERM=\(name) is no screen that the terminal database knows"
    case .cursorCannotMove(let name): "the terminal TERM=\(name) cannot move its cursor"
    case .signalsUnavailable: "no pipe for signals could be opened (too many open files?)"
    }
  }
}
