#include "ways.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

enum { width = 4 };
#define TILE_ROWS 6
#define PANEL_VECTORS 2
typedef double vector __attribute__((ext_vector_type(width)));

static inline __m256i first_lanes(ptrdiff_t count) {
  return _mm256_cmpgt_epi64(_mm256_set1_epi64x(count), _mm256_set_epi64x(3, 2, 1, 0));
}

static inline vector load_first(const double *from, ptrdiff_t count) {
  return _mm256_maskload_pd(from, first_lanes(count));
}

static inline void store_first(double *to, vector values, ptrdiff_t count) {
  _mm256_maskstore_pd(to, first_lanes(count), values);
}

#include "blocks.h"

void multiply_by_avx2(const backprop_product *product) { multiply(product); }

#pragma clang attribute pop
#endif
