import DataSets
import Testing

struct DataMistakeTests {
  @Test(
    arguments: [
      (
        .tooManyValues(shape: [60_000, 784], limit: 1 << 20),
        "the values (60000, 784) take more than the limit of 1,048,576 bytes",
        "ask for fewer, or raise the limit"
      ),
      (.negativeCount(of: "eye", -1234), "eye cannot make -1,234 values", "ask for 0 or more"),
      (.wrongNoise(of: "moons", -0.1), "the noise of moons cannot be -0.1", "give 0 or more"),
      (
        .wrongSize(of: "digits", 20), "digits are not drawn 20 by 20 pixels large",
        "ask for 8 or 28"
      ),
      (
        .endlessRange(start: 0, stop: 1, step: 0),
        "no numbers lead from 0.0 to 1.0 in steps of 0.0",
        "give finite numbers, and a step that is not 0"
      ),
    ] as [(DataMistake.Kind, String, String)])
  func `a mistake is a sentence and its repair`(
    kind: DataMistake.Kind, message: String, repair: String
  ) {
    #expect(DataMistake(kind).message == message)
    #expect(DataMistake(kind).repair == repair)
  }
}
