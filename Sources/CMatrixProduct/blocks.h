// The order in which the tiles of c are gone through, so that what they read is in the caches.
// Included by each way after its vectors.

#include "tile.h"
#include "pack.h"

enum {
  /// Below so many rows, b is read too seldom to be copied whole.
  few_rows = 128,
  /// So many terms of a panel stay in the first cache beside the rows of a: more of a copy, whose
  /// vectors each lie in one line of it.
  strip_depth = 64,
  copied_strip_depth = 128,
  /// Elements in the copy of a block of b, 384 kB: with it, a second cache of half a megabyte is
  /// full.
  block_limit = 48 * 1024,
  /// The terms in a strip where the rows of a stored matrix are a's columns: each is on a page of
  /// its own.
  scattered_depth = 32,
};

INLINED ptrdiff_t smaller(ptrdiff_t x, ptrdiff_t y) { return x < y ? x : y; }

/// The tiles of `rows` rows of a panel.
INLINED void add_panel(
    const strip_layout *strip, ptrdiff_t vectors, ptrdiff_t rows, const double *a, const double *b,
    double *c) {
  ptrdiff_t row = 0;
  for (size_t i = 0; row < rows; i++)
    for (; row + tiles[i].rows <= rows; row += tiles[i].rows)
      tiles[i].by_vectors[vectors - 1](
          strip, a + row * strip->a_row, b, c + row * strip->c_row);
}

/// Where b is used a few times only: panel after panel, each strip of it where it is, or copied
/// where its columns are no neighbours or end within a vector.
static void multiply_few_rows(const backprop_product *product) {
  double packed[copied_strip_depth * PANEL_VECTORS * width] __attribute__((aligned(64)));
  const ptrdiff_t depth = product->b_column == 1 ? strip_depth : copied_strip_depth;
  for (ptrdiff_t k = 0; k < product->depth; k += depth)
    for (ptrdiff_t j = 0, vectors; j < product->columns; j += vectors * width) {
      vectors = first_panel(product->columns - j);
      const ptrdiff_t columns = smaller(product->columns - j, vectors * width);
      const bool is_whole = product->b_column == 1 && columns == vectors * width;
      const double *b = product->b + k * product->b_row + j * product->b_column;
      const strip_layout strip = {
          .depth = smaller(product->depth - k, depth), .starts = k == 0 && !product->accumulates,
          .a_row = product->a_row, .a_column = product->a_column,
          .b_row = is_whole ? product->b_row : vectors * width, .c_row = product->c_row,
          .last_columns = columns - (vectors - 1) * width};
      if (!is_whole) pack_panel(product, b, strip.depth, columns, vectors, packed);
      add_panel(
          &strip, vectors, product->rows, product->a + k * product->a_column,
          is_whole ? b : packed, product->c + j);
    }
}

/// The part of b that is copied at once.
typedef struct {
  ptrdiff_t depth, columns;
} block;

/// Copies it panel after panel.
static void pack_block(
    const backprop_product *product, ptrdiff_t k, ptrdiff_t j, block size, double *packed) {
  const double *b = product->b + k * product->b_row + j * product->b_column;
  for (ptrdiff_t column = 0, vectors; column < size.columns; column += vectors * width) {
    vectors = first_panel(size.columns - column);
    pack_panel(
        product, b + column * product->b_column, size.depth,
        smaller(size.columns - column, vectors * width), vectors, packed + column * size.depth);
  }
}

/// Whether a's columns are the rows of a stored matrix, too many to be read side by side.
static bool is_scattered(const backprop_product *product) {
  return product->a_row == 1 && product->a_column != 1 && product->depth > 2 * scattered_depth;
}

/// As many terms as fit beside all columns, so that a is read once and in long stretches; where
/// these are too many columns, 256 terms of as many as fit.
static block block_size(const backprop_product *product) {
  if (is_scattered(product)) return (block){scattered_depth, block_limit / scattered_depth};
  const ptrdiff_t padded = (product->columns + width - 1) / width * width;
  const ptrdiff_t depth = block_limit / padded;
  if (depth < smaller(product->depth, 192)) return (block){256, block_limit / 256};
  const ptrdiff_t pieces = (product->depth + depth - 1) / depth;
  return (block){(product->depth + pieces - 1) / pieces, product->columns};
}

/// Where to ask for what the same tiles of the next strip read. They do it in the order in which
/// it is stored: the processor sees no pattern in reading a little of each row.
INLINED const double *next_strip(
    const backprop_product *product, ptrdiff_t k, ptrdiff_t depth, ptrdiff_t row) {
  const ptrdiff_t elements = row * depth;
  const ptrdiff_t next = k + depth + elements / product->rows;
  if (next >= product->depth) return NULL;
  return product->a + next * product->a_column + elements % product->rows;
}

/// Adds a block of b, of which `packed` is the copy, to all rows of c: tile after tile, so that
/// the rows of a are read once.
static void add_block(
    const backprop_product *product, ptrdiff_t k, ptrdiff_t j, block size, const double *packed) {
  strip_layout strip = {
      .depth = size.depth, .starts = k == 0 && !product->accumulates, .a_row = product->a_row,
      .a_column = product->a_column, .c_row = product->c_row};
  const bool fetches = is_scattered(product);
  for (ptrdiff_t row = 0; row < product->rows; row += TILE_ROWS) {
    const ptrdiff_t rows = smaller(product->rows - row, TILE_ROWS);
    const double *a = product->a + row * product->a_row + k * product->a_column;
    double *c = product->c + row * product->c_row + j;
    strip.ahead = fetches ? next_strip(product, k, size.depth, row) : NULL;
    for (ptrdiff_t column = 0, vectors; column < size.columns; column += strip.b_row) {
      vectors = first_panel(size.columns - column);
      strip.b_row = vectors * width;
      strip.last_columns = smaller(size.columns - column, strip.b_row) - (vectors - 1) * width;
      add_panel(&strip, vectors, rows, a, packed + column * size.depth, c + column);
      strip.ahead = NULL;
    }
  }
}

/// Where b is used often: block after block, copied whole. Not inlined, so that small products do
/// without its stack.
__attribute__((noinline)) static void multiply_many_rows(const backprop_product *product) {
  double packed[block_limit] __attribute__((aligned(64)));
  const block size = block_size(product);
  for (ptrdiff_t k = 0; k < product->depth; k += size.depth)
    for (ptrdiff_t j = 0; j < product->columns; j += size.columns) {
      const block rest = {
          smaller(product->depth - k, size.depth), smaller(product->columns - j, size.columns)};
      pack_block(product, k, j, rest, packed);
      add_block(product, k, j, rest, packed);
    }
}

static void multiply(const backprop_product *product) {
  if (product->rows < few_rows)
    multiply_few_rows(product);
  else
    multiply_many_rows(product);
}
