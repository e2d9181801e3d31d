import ArgumentParser

/// For people or for programs.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
