#include "ways.h"

enum { way_limit = 3 };

/// Finds the ways of this processor, the portable one first, and says how many they are. Asking it
/// takes no longer than remembering what it said.
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

/// The product of the transposed matrices, which is the same where c is a line of neighbours.
static backprop_product transposed(const backprop_product *product) {
  return (backprop_product){
      .rows = product->columns, .columns = product->rows, .depth = product->depth,
      .a = product->b, .a_row = product->b_column, .a_column = product->b_row,
      .b = product->a, .b_row = product->a_column, .b_column = product->a_row,
      .c = product->c, .c_row = 1, .accumulates = product->accumulates};
}

/// The same product with b's columns side by side, along which the vectors go, where c is a line
/// and that can be had.
static backprop_product turned(const backprop_product *product) {
  backprop_product turned = *product;
  // A stride along a single element says nothing.
  if (turned.rows == 1) turned.a_row = 1;
  if (turned.columns == 1) turned.b_column = 1;
  const bool is_better = turned.rows == 1
                             ? turned.b_column != 1
                             : turned.columns == 1 && turned.c_row == 1 && turned.a_row == 1;
  return is_better ? transposed(&turned) : turned;
}

static void multiply_empty(const backprop_product *product) {
  if (product->depth > 0 || product->accumulates) return;
  for (ptrdiff_t i = 0; i < product->rows; i++)
    for (ptrdiff_t j = 0; j < product->columns; j++) product->c[i * product->c_row + j] = 0;
}

void backprop_multiply_by(int number, const backprop_product *product) {
  if (product->rows <= 0 || product->columns <= 0 || product->depth <= 0) {
    multiply_empty(product);
    return;
  }
  way *ways[way_limit];
  find_ways(ways);
  const backprop_product quick_product = turned(product);
  ways[number](&quick_product);
}

void backprop_multiply(const backprop_product *product) {
  backprop_multiply_by(backprop_multiply_ways() - 1, product);
}
