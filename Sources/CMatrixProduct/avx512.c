#include "ways.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx512f"))), apply_to = function)

enum { width = 8 };
#define TILE_ROWS 8
#define PANEL_VECTORS 3
typedef double vector __attribute__((ext_vector_type(width)));

static inline __mmask8 first_lanes(ptrdiff_t count) { return (__mmask8)((1 << count) - 1); }

static inline vector load_first(const double *from, ptrdiff_t count) {
  return _mm512_maskz_loadu_pd(first_lanes(count), from);
}

static inline void store_first(double *to, vector values, ptrdiff_t count) {
  _mm512_mask_storeu_pd(to, first_lanes(count), values);
}

#include "blocks.h"

void multiply_by_avx512(const backprop_product *product) { multiply(product); }

#pragma clang attribute pop
#endif
