/// What is wrong with a file, or with what a generator is asked for: the place, and as data what was
/// found and what belongs there.
///
/// It knows the bytes and not the file, so whoever shows it names the file.
package struct DataMistake: Error, Hashable, Sendable {
  package let kind: Kind

  package init(_ kind: Kind) { self.kind = kind }
}
