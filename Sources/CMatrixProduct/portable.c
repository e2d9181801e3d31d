#include <math.h>

#include "ways.h"

// The definition, for processors without fused multiply-adds, where the C library computes each
// one, and as what the other ways are held against.
void multiply_portably(const backprop_product *product) {
  for (ptrdiff_t i = 0; i < product->rows; i++)
    for (ptrdiff_t j = 0; j < product->columns; j++) {
      const double *a = product->a + i * product->a_row, *b = product->b + j * product->b_column;
      double *c = product->c + i * product->c_row + j;
      double sum = product->accumulates ? *c : 0;
      for (ptrdiff_t k = 0; k < product->depth; k++)
        sum = fma(a[k * product->a_column], b[k * product->b_row], sum);
      *c = sum;
    }
}
