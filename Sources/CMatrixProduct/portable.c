#include <math.h>

#include "ways.h"

// The definition, for processors without fused multiply-adds, where the C library computes each
// one, and as what the other ways are held against.
void multiply_portably(const backprop_product *p) {
  for (ptrdiff_t i = 0; i < p->rows; i++)
    for (ptrdiff_t j = 0; j < p->columns; j++) {
      const double *a = p->a + i * p->a_row, *b = p->b + j * p->b_column;
      double *c = p->c + i * p->c_row + j;
      double sum = p->accumulates ? *c : 0;
      for (ptrdiff_t k = 0; k < p->depth; k++)
        sum = fma(a[k * p->a_column], b[k * p->b_row], sum);
      *c = sum;
    }
}
