import Autograd
import DataSets
import Testing

struct DigitsTests {
  private let generators = SampleGenerators(limit: 1 << 24)

  @Test func `digits look like digits`() throws {
    let digits = try generators.digits(14, seed: 1)
    #expect(digits.labels.elements == [9, 3, 3, 3, 2, 1, 0, 4, 0, 8, 6, 3, 6, 2])
    #expect(
      picture(of: 0, in: digits) == """


                   :+####:
                  +#######.
                 .###+::##:
                 :##    :#+
                 +#+    :##
                 ##:    ##+
                 ##.    ##+
                 ##.   :##+
                 ##:   ###:
                 +##: .###.
                 .########
                  .#######
                    :+++#+
                       ##.
                      :##
                     .##.
                     ##+
                    ###
                   :##
                   :#.






        """)
  }

  @Test func `small digits look like digits`() throws {
    let digits = try generators.digits(14, seed: 1, side: 8)
    #expect(
      picture(of: 7, in: digits) == """

          +  +
          # .:
          +:.:
          ..++
            +
            #

        """)
  }

  @Test(
    arguments: [
      (28, 0xEFFF_98BB_BE4B_B77C), (8, 0x3F70_4195_3AE2_A50C),
    ] as [(Int, UInt64)])
  func `a hundred digits are the same in every bit`(side: Int, expected: UInt64) throws {
    var hash: UInt64 = 0
    for number in try generators.digits(100, seed: 2, side: side).inputs.elements {
      hash = (hash ^ number.bitPattern) &* 0x100_0000_01B3
    }
    #expect(hash == expected)
  }

  @Test func `a longer set begins with a shorter one`() throws {
    let (short, long) = (try generators.digits(5, seed: 3), try generators.digits(9, seed: 3))
    #expect(Array(long.inputs.elements.prefix(5 * 784)) == short.inputs.elements)
    #expect(Array(long.labels.elements.prefix(5)) == short.labels.elements)
  }

  @Test func `an image has paper of 0 and ink of 1 at most`() throws {
    let digits = try generators.digits(200, seed: 4)
    #expect(digits.inputs.shape == Shape([200, 784]))
    #expect(digits.inputs.elements.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(Set(digits.labels.elements) == Set((0...9).map(Double.init)))
    for image in 0..<200 {
      let pixels = digits.inputs.elements[image * 784..<(image + 1) * 784]
      #expect(pixels.contains(0) && pixels.contains { $0 > 0.7 })
    }
  }

  /// The class whose mean is nearest is what one linear layer can say.
  @Test(arguments: [(8, 0.8), (28, 0.5)])
  func `new images are near the mean of their digit`(side: Int, wanted: Double) throws {
    let (known, new) = (200, 100)
    let digits = try generators.digits(known + new, seed: 1, side: side)
    let images = (0..<known + new).map { image in
      Array(digits.inputs.elements[image * side * side..<(image + 1) * side * side])
    }
    let means = (0..<10).map { digit in
      let own = (0..<known).filter { digits.labels[$0] == Double(digit) }
      var mean = [Double](repeating: 0, count: side * side)
      for image in own { add(images[image], times: 1 / Double(own.count), to: &mean) }
      return mean
    }
    let right = (known..<known + new).count { image in
      let distances = means.map { squaredDistance($0, images[image]) }
      return distances.indices.min { distances[$0] < distances[$1] } == Int(digits.labels[image])
    }
    #expect(Double(right) / Double(new) > wanted)
  }

  private func add(_ image: [Double], times factor: Double, to mean: inout [Double]) {
    for index in mean.indices { mean[index] += image[index] * factor }
  }

  private func squaredDistance(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in one.indices { sum += (one[index] - other[index]) * (one[index] - other[index]) }
    return sum
  }

  @Test func `other sizes, and more than the limit takes, are refused`() {
    #expect(throws: DataMistake(.request(.wrongSize(of: "digits", 20)))) {
      try generators.digits(3, seed: 1, side: 20)
    }
    #expect(throws: DataMistake(.request(.tooManyValues(shape: [60_000, 784], limit: 1 << 24)))) {
      try generators.digits(60_000, seed: 1)
    }
    #expect(throws: DataMistake(.request(.negativeCount(of: "digits", -3)))) {
      try generators.digits(-3, seed: 1)
    }
  }

  /// Darker signs for larger values; blank ends of lines are left out.
  private func picture(of image: Int, in digits: Samples) -> String {
    let side = digits.inputs.shape.extents[1] == 64 ? 8 : 28
    let signs = Array(" .:+##")
    let rows = (0..<side).map { row in
      let line = (0..<side).map { column in
        signs[Int(digits.inputs[image, row * side + column] * 5)]
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    return rows.joined(separator: "\n")
  }
}
