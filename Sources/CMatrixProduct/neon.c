#include "ways.h"

#if defined(__aarch64__)

enum { width = 2 };
#define TILE_ROWS 8
#define PANEL_VECTORS 3
typedef double vector __attribute__((ext_vector_type(width)));

static inline vector load_first(const double *from, ptrdiff_t count) {
  (void)count;
  return (vector){from[0], 0};
}

static inline void store_first(double *to, vector values, ptrdiff_t count) {
  (void)count;
  to[0] = values[0];
}

#include "blocks.h"

void multiply_by_neon(const backprop_product *product) { multiply(product); }

#endif
