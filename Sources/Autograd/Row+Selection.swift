extension Primitive.Row {
  static let selection: [Self] = [
    .binary(
      "minimum", "The smaller of the two.", isSymmetric: true,
      rules: [
        ["x < y": "1", "x = y": "0.5", "x > y": "0"],
        ["x < y": "0", "x = y": "0.5", "x > y": "1"],
      ],
      convention: "Where both are equal each receives one half.",
      samples: [[2, 3], [-0.5, -4]], kink: { x, y in x - y },
      // NaN is passed on, as in NumPy.
      value: { x, y in x < y || x.isNaN ? x : y },
      first: { x, y, _ in x < y ? 1 : x == y ? 0.5 : 0 },
      second: { x, y, _ in x < y ? 0 : x == y ? 0.5 : 1 }),
    .binary(
      "maximum", "The larger of the two.", isSymmetric: true,
      rules: [
        ["x > y": "1", "x = y": "0.5", "x < y": "0"],
        ["x > y": "0", "x = y": "0.5", "x < y": "1"],
      ],
      convention: "Where both are equal each receives one half.",
      samples: [[2, 3], [-0.5, -4]], kink: { x, y in x - y },
      value: { x, y in x > y || x.isNaN ? x : y },
      first: { x, y, _ in x > y ? 1 : x == y ? 0.5 : 0 },
      second: { x, y, _ in x > y ? 0 : x == y ? 0.5 : 1 }),
  ]
}
