// Products of matrices of doubles: the same bits on every machine, as quick as its vectors allow.
#ifndef CMATRIXPRODUCT_H
#define CMATRIXPRODUCT_H

#include <stdbool.h>
#include <stddef.h>

/// c = a b, or c += a b, where c has `rows` by `columns` elements and a has `depth` columns.
///
/// A stride is the distance from an element to the next one of its column (`_row`) or of its row
/// (`_column`), in elements and never negative; a transposed view exchanges the two. The elements
/// of a row of c are neighbours. c overlaps neither a nor b.
///
/// Each element of c has a chain of its own: it starts at 0, or at what it was where the product
/// accumulates, and becomes fma(a[i, k], b[k, j], c[i, j]) for k in ascending order. Nothing else
/// is rounded and no term is left out, so NaN and infinities go where the chain takes them. (Which
/// NaN comes out of two is the processor's choice.) A product may therefore be cut into bands of
/// rows or of columns of c, on as many threads as one likes, and into accumulating stretches of k
/// one after the other: the bits are the same.
typedef struct {
  ptrdiff_t rows, columns, depth;
  const double *a;
  ptrdiff_t a_row, a_column;
  const double *b;
  ptrdiff_t b_row, b_column;
  double *c;
  ptrdiff_t c_row;
  bool accumulates;
} backprop_product;

/// Computes the product by the quickest way this processor has.
///
/// It allocates nothing and takes up to 400 kB of the stack. Products with an empty side are
/// allowed; one without depth is zero.
void backprop_multiply(const backprop_product *product);

/// How many ways this processor has, from the portable one, number 0, to the quickest.
int backprop_multiply_ways(void);

/// Computes the product by the way of this number, which is less than how many there are. All give
/// the same bits; this is for their tests.
void backprop_multiply_by(int number, const backprop_product *product);

#endif
