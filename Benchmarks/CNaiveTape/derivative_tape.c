#include "CNaiveTape.h"

#include <math.h>
#include <string.h>

static inline int32_t append(
    derivative_tape *tape, int32_t first, int32_t second, double value, double first_derivative,
    double second_derivative) {
  int32_t index = tape->count++;
  tape->first[index] = first;
  tape->second[index] = second;
  tape->values[index] = value;
  tape->first_derivatives[index] = first_derivative;
  tape->second_derivatives[index] = second_derivative;
  return index;
}

void derivative_record(const naive_tape *list, derivative_tape *tape, int32_t *h) {
  const double *v = tape->values;
  const int32_t none = tape->capacity;
  tape->count = 0;
  for (int32_t i = 0; i < list->count; i++) {
    int32_t a = list->first[i], b = list->second[i];
    switch (list->primitives[i]) {
      case NAIVE_LEAF: h[i] = append(tape, none, none, list->values[i], 0, 0); break;
      case NAIVE_ADD:
      case NAIVE_MULTIPLY: {
        double x = v[h[a]], y = v[h[b]];
        if (list->primitives[i] == NAIVE_ADD)
          h[i] = append(tape, h[a], h[b], x + y, 1, 1);
        else
          h[i] = append(tape, h[a], h[b], x * y, y, x);
        break;
      }
      case NAIVE_TANH: {
        double out = tanh(v[h[a]]);
        h[i] = append(tape, h[a], none, out, 1 - out * out, 0);
        break;
      }
      case NAIVE_EXP: {
        double out = exp(v[h[a]]);
        h[i] = append(tape, h[a], none, out, out, 0);
        break;
      }
      case NAIVE_RELU: {
        double x = v[h[a]];
        h[i] = append(tape, h[a], none, x > 0 ? x : 0, x > 0, 0);
        break;
      }
      default: __builtin_unreachable();
    }
  }
}

void derivative_backward(const derivative_tape *tape) {
  double *g = tape->gradients;
  memset(g, 0, sizeof(double) * ((size_t)tape->capacity + 1));
  g[tape->count - 1] = 1;
  for (int32_t i = tape->count - 1; i >= 0; i--) {
    double upstream = g[i];
    g[tape->first[i]] += upstream * tape->first_derivatives[i];
    g[tape->second[i]] += upstream * tape->second_derivatives[i];
  }
}
