import Autograd
import DataSets

extension BuiltIn {
  /// What leaves hold: their shape first, then a seed where it is left to chance.
  static let leafFunctions: [BuiltIn] = [
    leaf("zeros") { arguments, values throws(ArgumentMistake) in
      try made { () throws(DataMistake) in values.zeros($0) } (try arguments.shape())
    }
  ]
}
