#include "ways.h"

enum { way_limit = 3 };

/// The ways of this processor, the slowest first, and how many they are.
static int find_ways(way *ways[way_limit]) {
  int count = 0;
  ways[count++] = multiply_portably;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
    ways[count++] = multiply_by_avx2;
  if (count == 2 && __builtin_cpu_supports("avx512f")) ways[count++] = multiply_by_avx512;
#elif defined(__aarch64__)
  ways[count++] = multiply_by_neon;
#endif
  return count;
}

int backprop_multiply_ways(void) {
  way *ways[way_limit];
  return find_ways(ways);
}

/// The transposed product, where one is asked for whose c is a single row or column of neighbours.
static backprop_product transposed(const backprop_product *p) {
  return (backprop_product){
      .rows = p->columns, .columns = p->rows, .depth = p->depth,
      .a = p->b, .a_row = p->b_column, .a_column = p->b_row,
      .b = p->a, .b_row = p->a_column, .b_column = p->a_row,
      .c = p->c, .c_row = 1, .accumulates = p->accumulates};
}

static void multiply_empty(const backprop_product *p) {
  if (p->depth > 0 || p->accumulates) return;
  for (ptrdiff_t i = 0; i < p->rows; i++)
    for (ptrdiff_t j = 0; j < p->columns; j++) p->c[i * p->c_row + j] = 0;
}

void backprop_multiply_by(int way_number, const backprop_product *product) {
  if (product->rows <= 0 || product->columns <= 0 || product->depth <= 0) {
    multiply_empty(product);
    return;
  }
  way *ways[way_limit];
  find_ways(ways);
  backprop_product p = *product;
  // A stride along a single element says nothing.
  if (p.columns == 1) p.b_column = 1;
  if (p.rows == 1) p.a_row = 1;
  // Vectors go along the columns of c: where these are not neighbours in b, but its rows are in a.
  const bool is_line = p.rows == 1 || (p.columns == 1 && p.c_row == 1);
  if (is_line && (p.rows == 1 ? p.b_column != 1 : p.a_row == 1)) p = transposed(&p);
  ways[way_number](&p);
}

void backprop_multiply(const backprop_product *product) {
  backprop_multiply_by(backprop_multiply_ways() - 1, product);
}
