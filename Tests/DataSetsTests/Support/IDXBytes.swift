/// Files of IDX for tests.
enum IDXBytes {
  static func header(_ type: UInt8, _ extents: [Int]) -> [UInt8] {
    [0, 0, type, UInt8(extents.count)]
      + extents.flatMap { extent in
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: extent >> $0) }
      }
  }
}
