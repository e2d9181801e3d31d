import Autograd

extension SampleGenerators {
  /// Handwritten digits, which the program draws itself: `side · side` values from 0 to 1 for every
  /// image, row by row, and the digit as its label.
  ///
  /// Each digit is written in one of eight hands, and has its own place, size, slant, bend and pen. Image
  /// i comes from branch i of the seed's stream alone, so a longer set begins with a shorter one.
  ///
  /// - Parameter side: 28, as MNIST's images, or 8.
  package func digits(
    _ count: Int, seed: Int, side: Int = 28
  ) throws(DataMistake) -> Samples {
    guard let size = DigitSize(side: side) else {
      throw DataMistake(.request(.wrongSize(of: "digits", side)))
    }
    let area = side * side
    let shape = try limit.shape(of: "digits", [count, area])
    let stream = RandomStream(seed: seed)
    let hands = (0..<count).map { DigitHand(size, stream.branch($0)) }
    var shapes = [DigitShape?](repeating: nil, count: 10 * DigitHand.hands)
    let inputs = Tensor(filling: shape) { pixels in
      for (index, hand) in hands.enumerated() {
        let image = UnsafeMutableBufferPointer(rebasing: pixels[index * area..<(index + 1) * area])
        image.initialize(repeating: 0)
        let number = hand.digit * DigitHand.hands + hand.hand
        let shape = shapes[number] ?? DigitShape(hand)
        shapes[number] = shape
        hand.draw(shape, on: image, side: side)
      }
    }
    let labels = Tensor(hands.map { Double($0.digit) }, shape: Shape([count]))
    return Samples(inputs: inputs, labels: labels)
  }
}

extension DigitShape {
  /// The digit as this hand writes it, always the same.
  fileprivate init(_ hand: DigitHand) {
    let ways = DigitStroke.ways(of: hand.digit)
    self.init(
      ways[hand.hand % ways.count],
      hand: RandomStream(seed: hand.hand).branch(hand.digit), wander: 0.08)
  }
}
