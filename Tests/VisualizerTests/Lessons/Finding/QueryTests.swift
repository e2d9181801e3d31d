import Testing

@testable import Visualizer

struct QueryTests {
  private func comparison(
    _ field: Query.Field, _ relation: Query.Relation, _ number: Double, isMagnitude: Bool = false
  ) -> Query.Term {
    .comparison(
      Query.Comparison(
        field: field, isMagnitude: isMagnitude, relation: relation, number: number))
  }

  @Test func `a word is a text, in lower case`() throws {
    #expect(try Query("Tanh").terms == [.text("tanh")])
    #expect(try Query(" * ").terms == [.text("*")])
    #expect(try Query("").terms == [])
    #expect(try Query("  \t ").terms == [])
  }

  @Test func `nan and inf are numbers, and longer words are not`() throws {
    #expect(try Query("nan inf nano").terms == [.notANumber, .infinite, .text("nano")])
  }

  @Test func `every comparison is read, with blanks or without`() throws {
    #expect(try Query("grad>10").terms == [comparison(.gradient, .greater, 10)])
    #expect(try Query("grad >= -10").terms == [comparison(.gradient, .greaterOrEqual, -10)])
    #expect(try Query("data<1e-3").terms == [comparison(.data, .less, 1e-3)])
    #expect(try Query("value<=0.5").terms == [comparison(.data, .lessOrEqual, 0.5)])
    #expect(try Query("GRAD=0").terms == [comparison(.gradient, .equal, 0)])
    #expect(try Query("grad==0").terms == [comparison(.gradient, .equal, 0)])
    #expect(try Query("data != 0").terms == [comparison(.data, .unequal, 0)])
    #expect(
      try Query("|data| < inf").terms == [comparison(.data, .less, .infinity, isMagnitude: true)])
  }

  @Test func `several words are several terms, and the same one twice is one`() throws {
    #expect(
      try Query("tanh grad<1e-3 tanh").terms
        == [.text("tanh"), comparison(.gradient, .less, 1e-3)])
  }

  @Test(arguments: [
    ("grad>", "a number belongs after grad>"),
    ("|grad|<= ", "a number belongs after |grad|<="),
    ("data>1e-", "a number belongs after data>"),
    ("data>-", "a number belongs after data>"),
    ("data>x", "a number belongs after data>"),
    ("|", "a second | belongs after it: |grad|>1e-3"),
    ("|grad", "a second | belongs after it: |grad|>1e-3"),
    ("|grad|", "a comparison belongs after |grad|: |grad|>1e-3"),
    ("grad!", "= belongs after !"),
    ("!", "= belongs after !"),
    (">3", "data or grad belongs before a comparison"),
    ("||>3", "data or grad belongs before a comparison"),
    ("tanh>3", "data and grad are compared, not tanh"),
    ("a\u{1B}[2J=3", "data and grad are compared, not a\\u{1B}[2j"),
  ])
  func `what is missing or wrong is said`(text: String, message: String) {
    let mistake = #expect(throws: Query.Mistake.self) { try Query(text) }
    #expect(mistake?.message == message)
  }

  @Test func `no text traps, however long or strange`() {
    let pieces = ["grad", "|", ">", "<", "=", "!", " ", "1e", "-", "nan", "é", "\u{1B}"]
    for one in pieces {
      for other in pieces {
        for third in pieces { _ = try? Query(one + other + third) }
      }
      _ = try? Query(String(repeating: one, count: 10_000))
    }
    let words = (0..<3_000).map { "w\($0)" }.joined(separator: " ")
    #expect(throws: Query.Mistake.tooManyWords) { try Query(words) }
  }
}
