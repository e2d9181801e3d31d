#include "CNaiveTape.h"

#include <math.h>
#include <string.h>

#ifdef __GLIBC__
#include <malloc.h>
size_t allocated_bytes(void) {
  struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}
#else
size_t allocated_bytes(void) { return 0; }
#endif

static inline int32_t append(
    naive_tape *tape, uint8_t primitive, int32_t first, int32_t second, double value) {
  int32_t index = tape->count++;
  tape->primitives[index] = primitive;
  tape->first[index] = first;
  tape->second[index] = second;
  tape->values[index] = value;
  return index;
}

void naive_record(const naive_tape *list, naive_tape *tape, int32_t *h) {
  const double *v = tape->values;
  tape->count = 0;
  for (int32_t i = 0; i < list->count; i++) {
    uint8_t p = list->primitives[i];
    int32_t a = list->first[i], b = list->second[i];
    switch (p) {
      case NAIVE_LEAF: h[i] = append(tape, p, -1, -1, list->values[i]); break;
      case NAIVE_ADD:
      case NAIVE_MULTIPLY: {
        double x = v[h[a]], y = v[h[b]];
        h[i] = append(tape, p, h[a], h[b], p == NAIVE_ADD ? x + y : x * y);
        break;
      }
      case NAIVE_TANH: h[i] = append(tape, p, h[a], -1, tanh(v[h[a]])); break;
      case NAIVE_EXP: h[i] = append(tape, p, h[a], -1, exp(v[h[a]])); break;
      case NAIVE_RELU: {
        double x = v[h[a]];
        h[i] = append(tape, p, h[a], -1, x > 0 ? x : 0);
        break;
      }
      default: __builtin_unreachable();
    }
  }
}

void naive_forward(const naive_tape *tape) {
  const uint8_t *primitives = tape->primitives;
  const int32_t *a = tape->first, *b = tape->second;
  double *v = tape->values;
  for (int32_t i = 0; i < tape->count; i++) {
    switch (primitives[i]) {
      case NAIVE_LEAF: break;
      case NAIVE_ADD: v[i] = v[a[i]] + v[b[i]]; break;
      case NAIVE_MULTIPLY: v[i] = v[a[i]] * v[b[i]]; break;
      case NAIVE_TANH: v[i] = tanh(v[a[i]]); break;
      case NAIVE_EXP: v[i] = exp(v[a[i]]); break;
      case NAIVE_RELU: v[i] = v[a[i]] > 0 ? v[a[i]] : 0; break;
      default: __builtin_unreachable();
    }
  }
}

void naive_backward(const naive_tape *tape) {
  const uint8_t *primitives = tape->primitives;
  const int32_t *a = tape->first, *b = tape->second;
  const double *v = tape->values;
  double *g = tape->gradients;
  memset(g, 0, sizeof(double) * (size_t)tape->count);
  g[tape->count - 1] = 1;
  for (int32_t i = tape->count - 1; i >= 0; i--) {
    double upstream = g[i];
    switch (primitives[i]) {
      case NAIVE_LEAF: break;
      case NAIVE_ADD: g[a[i]] += upstream; g[b[i]] += upstream; break;
      case NAIVE_MULTIPLY: {
        double x = v[a[i]], y = v[b[i]];
        g[a[i]] += upstream * y;
        g[b[i]] += upstream * x;
        break;
      }
      case NAIVE_TANH: g[a[i]] += upstream * (1 - v[i] * v[i]); break;
      case NAIVE_EXP: g[a[i]] += upstream * v[i]; break;
      case NAIVE_RELU: g[a[i]] += v[i] > 0 ? upstream : 0; break;
      default: __builtin_unreachable();
    }
  }
}
