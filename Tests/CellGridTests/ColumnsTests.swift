import CellGrid
import Testing

struct ColumnsTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("x\u{302}", 1), ("\u{302}", 0), ("日", 2), ("한", 2), ("👍", 2),
    ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("│", 1), ("▶", 1), ("∂", 1), ("…", 1),
    ("\u{200B}", 0), ("ﾊ", 1), ("ハ", 2), ("\u{AD}", 1),
  ]) func `a cluster is as wide as its base`(character: Character, columns: Int) {
    #expect(character.columns == columns)
  }

  @Test(arguments: [
    ("sigmoid", 7, "sigmoid"), ("sigmoid", 4, "sig…"), ("sigmoid", 1, "…"), ("sigmoid", 0, ""),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("", 0, ""),
  ]) func `text is cut by columns`(text: String, columns: Int, expected: String) {
    #expect(text.truncated(toColumns: columns) == expected)
    #expect(text.truncated(toColumns: columns).columnCount <= max(0, columns))
  }
}
