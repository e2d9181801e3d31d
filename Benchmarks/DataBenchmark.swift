import Autograd
import DataSets

/// What a scene waits for before it has its data, at the size of MNIST: 60,000 rows of 784 numbers.
enum DataBenchmark {
  static func measure() throws -> Table {
    let shape = Shape([60_000, 784])
    let limit = 1 << 31
    let stream = RandomStream(seed: 1)
    var numbers = [Double](repeating: 0, count: shape.count)
    let generators = SampleGenerators(limit: limit)
    let images = imageFile(try generators.digits(60_000, seed: 1).inputs)
    let text = tableFile(try LeafValues(limit: limit).randn(Shape([100_000, 10]), seed: 1))
    var checksum = 0.0
    let rounds = Rounds(
      count: 3,
      [
        { numbers.withUnsafeMutableBufferPointer { stream.fillNormal($0) } },
        { numbers.withUnsafeMutableBufferPointer { stream.fillUniform($0) } },
        { checksum += (try? LeafValues(limit: limit).randn(shape, seed: 1).elements[9]) ?? .nan },
        { checksum += (try? generators.digits(60_000, seed: 1).labels.elements[9]) ?? .nan },
        { checksum += (try? IDXReader.read(images, limit: limit).elements[9]) ?? .nan },
        { checksum += (try? CSVReader.read(text, limit: limit).values.elements[9]) ?? .nan },
      ])
    guard checksum.isFinite else { throw Disagreement(description: "a data set is refused") }
    var table = Table("what", "ms", "must")
    func row(_ what: String, _ competitor: Int, must: String) {
      table.add(what, (rounds.median(competitor) * 1e3).brief, must)
    }
    row("47,040,000 normal numbers, into memory that is there", 0, must: "600")
    row("as many uniform ones", 1, must: "")
    row("randn(60000, 784)", 2, must: "")
    row("digits(60000)", 3, must: "1,000")
    row("60,000 images from IDX", 4, must: "")
    row("1,000,000 numbers from CSV, \(text.count) bytes", 5, must: "")
    return table
  }

  /// Images as a file of IDX.
  private static func imageFile(_ images: Tensor) -> [UInt8] {
    let extents = [images.shape.extents[0], 28, 28]
    let header = extents.flatMap { extent in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: extent >> $0) }
    }
    return [0, 0, 8, 3] + header + images.elements.map { UInt8($0 * 255) }
  }

  private static func tableFile(_ values: Tensor) -> [UInt8] {
    let columns = values.shape.extents[1]
    var text = ""
    for (index, value) in values.elements.enumerated() {
      text += value.description + ((index + 1).isMultiple(of: columns) ? "\n" : ",")
    }
    return Array(text.utf8)
  }
}
