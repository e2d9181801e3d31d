import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private let hasTerminalEmulator =
  access("/usr/include/vterm.h", R_OK) == 0 || access("/usr/local/include/vterm.h", R_OK) == 0

/// Says in one line when the tests in a real pseudo-terminal are not part of the run.
@Test(
  .enabled(
    if: hasTerminalEmulator,
    "the end-to-end tests are left out, because libvterm-dev is not installed"))
func `the end-to-end tests are part of the run`() {
  let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
  #expect(access("/\(folder)/EndToEndTests", R_OK) == 0)
}
