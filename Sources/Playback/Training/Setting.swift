import SceneLanguage

/// What can be changed of a training itself, by the name it has in `train`.
enum Setting: String, CaseIterable {
  case rate, momentum, optimizer
  case zeroGradients = "zero_grad"

  func change(
    _ plan: inout Scene.TrainingPlan, _ settings: inout Settings, to expression: String
  ) throws(Variation.Mistake) {
    switch self {
    case .rate:
      let rate = try number(expression)
      settings = settings.changed { $0.rate = rate }
    case .momentum: plan.momentum = try number(expression)
    case .optimizer:
      guard let optimizer = Scene.TrainingPlan.Optimizer(rawValue: expression) else {
        throw .refused("optimizer is sgd, momentum or adam")
      }
      plan.optimizer = optimizer
    case .zeroGradients:
      guard ["on", "off"].contains(expression) else { throw .refused("zero_grad is on or off") }
      settings = settings.changed { $0.zeroesGradients = expression == "on" }
    }
  }

  private func number(_ expression: String) throws(Variation.Mistake) -> Double {
    guard let value = Expression(expression)?.evaluate(), value.isFinite else {
      throw .refused("\(rawValue) is a finite number, such as 0.1")
    }
    return value
  }
}
