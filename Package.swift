// swift-tools-version: 6.2

import PackageDescription

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal tests drive the program through a terminal emulator. Where its header is not
/// installed they are left out, and one test says so.
let hasTerminalEmulator =
  access("/usr/include/vterm.h", R_OK) == 0 || access("/usr/local/include/vterm.h", R_OK) == 0

/// A release without shared libraries is on the screen in half the time: nothing is looked up and
/// relocated at every start. Where the system has no static ncurses, it is linked as usual.
let linksStatically = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"]
  .contains { access($0 + "/libncursesw.a", R_OK) == 0 }

let swift: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What computes, in debug builds too: the loops of a graph with a million nodes would make the
/// tests crawl, and everybody who runs one wait.
let quick = swift + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Where code is run through once for every key, its size is its speed: fewer pages to touch at the
/// start. The loops over graphs and texts are elsewhere.
let small = quick + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

/// The library targets, each with the targets it may import. Continuous integration builds with
/// `--explicit-target-dependency-import-check error`, so this table is the architecture.
let libraries: [Target] = [
  .target(name: "CellGrid", swiftSettings: quick),
  .target(name: "CMatrixProduct", cSettings: strictC + [.unsafeFlags(["-O3"])]),
  .target(name: "Autograd", dependencies: ["CMatrixProduct"], swiftSettings: quick),
  .systemLibrary(name: "CZlib"),
  .target(name: "DataSets", dependencies: ["Autograd", "CZlib"], swiftSettings: quick),
  .target(name: "SceneLanguage", dependencies: ["Autograd", "DataSets"], swiftSettings: quick),
  .target(name: "GraphLayout", dependencies: ["CellGrid"], swiftSettings: quick),
  .target(
    name: "Playback", dependencies: ["Autograd", "DataSets", "SceneLanguage"], swiftSettings: quick),
  .target(
    name: "Visualizer",
    dependencies: ["CellGrid", "Autograd", "SceneLanguage", "GraphLayout", "Playback"],
    swiftSettings: small),
  .target(
    name: "Export",
    dependencies: [
      "CellGrid", "Autograd", "SceneLanguage", "GraphLayout", "Playback", "Visualizer", "CZlib",
    ],
    swiftSettings: small),
  .target(
    name: "CNcurses", cSettings: strictC,
    linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
  .target(
    name: "Terminal", dependencies: ["CNcurses", "CellGrid", "Visualizer"], swiftSettings: small),
]

let programs: [Target] = [
  .executableTarget(
    name: "backprop-tui",
    dependencies: [
      "CellGrid", "Autograd", "SceneLanguage", "Playback", "Visualizer", "Export", "Terminal",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: small,
    linkerSettings: linksStatically
      ? [
        .unsafeFlags(
          ["-static-executable", "-use-ld=lld"], .when(platforms: [.linux], configuration: .release)
        )
      ] : []),
  .executableTarget(
    name: "Benchmarks",
    dependencies: [
      "Autograd", "DataSets", "SceneLanguage", "CellGrid", "GraphLayout", "Playback", "CNaiveTape",
      "CPTY", "Visualizer", "PictureReading", "OperandReading", "RandomNumbers",
    ],
    path: "Benchmarks",
    exclude: ["CNaiveTape", "layout_graphs.py", "moons_micrograd.py", "tensor_peers.py"],
    swiftSettings: swift),
  // A reference has to be as quick as C gets.
  .target(
    name: "CNaiveTape", path: "Benchmarks/CNaiveTape",
    cSettings: strictC + [.unsafeFlags(["-O3"])]),
  // Pseudo-terminals, for whatever looks at the program from outside.
  .target(name: "CPTY", path: "Tests/Support/CPTY", cSettings: strictC),
  .target(name: "RandomNumbers", path: "Tests/Support/RandomNumbers", swiftSettings: swift),
  // Checks drawings by their laws, and by following the lines of a picture by its characters alone.
  .target(
    name: "PictureReading", dependencies: ["GraphLayout", "CellGrid", "RandomNumbers"],
    path: "Tests/Support/PictureReading", swiftSettings: swift),
  // Finds every operand of a scene in the characters of its picture.
  .target(
    name: "OperandReading",
    dependencies: [
      "PictureReading", "Visualizer", "Playback", "SceneLanguage", "Autograd", "CellGrid",
      "GraphLayout",
    ],
    path: "Tests/Support/OperandReading", swiftSettings: swift),
]

let tests: [Target] = [
  .testTarget(name: "CellGridTests", dependencies: ["CellGrid"], swiftSettings: swift),
  .testTarget(
    name: "AutogradTests", dependencies: ["Autograd", "CMatrixProduct", "RandomNumbers"],
    swiftSettings: swift),
  .testTarget(
    name: "DataSetsTests", dependencies: ["DataSets", "CZlib", "Autograd", "RandomNumbers"],
    swiftSettings: swift),
  .testTarget(
    name: "SceneLanguageTests", dependencies: ["SceneLanguage", "Autograd", "RandomNumbers"],
    exclude: ["Diagnostics"], swiftSettings: swift),
  .testTarget(
    name: "GraphLayoutTests",
    dependencies: ["GraphLayout", "CellGrid", "PictureReading", "RandomNumbers"],
    exclude: ["Goldens"], swiftSettings: swift),
  .testTarget(
    name: "PlaybackTests",
    dependencies: ["Playback", "SceneLanguage", "Autograd", "RandomNumbers"], swiftSettings: swift),
  .testTarget(
    name: "VisualizerTests",
    dependencies: [
      "Visualizer", "Playback", "GraphLayout", "SceneLanguage", "Autograd", "CellGrid",
      "PictureReading", "OperandReading", "RandomNumbers",
    ],
    exclude: ["Frames"], swiftSettings: swift),
  .testTarget(
    name: "TerminalTests", dependencies: ["Terminal", "Visualizer", "CellGrid"],
    swiftSettings: swift),
  .testTarget(
    name: "ExportTests",
    dependencies: [
      "Export", "Visualizer", "Playback", "SceneLanguage", "Autograd", "CellGrid",
    ],
    swiftSettings: swift),
  .testTarget(name: "CommandTests", dependencies: ["backprop-tui"], swiftSettings: swift),
  // Other people's libraries for automatic differentiation, by way of the programs for them.
  .testTarget(
    name: "PythonTests",
    dependencies: ["Export", "Playback", "SceneLanguage", "Autograd", "backprop-tui"],
    exclude: ["run_programs.py"], swiftSettings: swift),
]

let terminalTests: [Target] =
  hasTerminalEmulator
  ? [
    .systemLibrary(name: "CVTerm", path: "Tests/Support/CVTerm"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["CVTerm", "CPTY", "backprop-tui"],
      swiftSettings: swift),
  ] : []

let package = Package(
  name: "backprop-tui",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Autograd", targets: ["Autograd"]),
    .executable(name: "backprop-tui", targets: ["backprop-tui"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: libraries + programs + tests + terminalTests,
  swiftLanguageModes: [.v6]
)
