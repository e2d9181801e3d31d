import DataSets
import Testing

/// The sentences about what is asked for; those about files are beside their readers.
struct DataMistakeTests {
  @Test(
    arguments: [
      (
        .tooManyValues(shape: [60_000, 784], limit: 1 << 20),
        "the limit is 1,048,576 bytes of values, (60000, 784) takes more",
        "take fewer, or raise the limit"
      ),
      (
        .negativeCount(of: "eye", -1234), "eye makes 0 or more, -1,234 is asked for",
        "ask for 0 or more"
      ),
      (
        .wrongNoise(of: "moons", -0.1), "the noise of moons is 0 or more, -0.1 is asked for",
        "ask for 0 or more"
      ),
      (
        .wrongSize(of: "digits", 20), "digits are 8 or 28 pixels wide, 20 is asked for",
        "ask for 8 or 28"
      ),
      (
        .endlessRange(start: 0, stop: 1, step: 0),
        "a range has two ends and a step that is not 0, 0.0 to 1.0 in steps of 0.0 is asked for",
        "write finite numbers, and a step that is not 0"
      ),
    ] as [(DataMistake.Request, String, String)])
  func `a mistake is a sentence and its repair`(
    request: DataMistake.Request, message: String, repair: String
  ) {
    let mistake = DataMistake(.request(request))
    #expect(mistake.message == message)
    #expect(mistake.repair == repair)
    #expect(mistake.place == nil)
  }
}
