// Copies of a part of b whose rows are whole vectors, one panel after the other. Included by each
// way after `tile.h`.

typedef double quad __attribute__((ext_vector_type(4)));
typedef double unaligned_quad __attribute__((ext_vector_type(4), aligned(8)));

/// The first of the panels that many columns are divided into, in vectors: as many as there may
/// be, but four are two and two, for the sums of a single one would be waited for.
INLINED ptrdiff_t first_panel(ptrdiff_t columns) {
  const ptrdiff_t vectors = (columns + width - 1) / width;
  if (PANEL_VECTORS == 3 && vectors == 4) return 2;
  return vectors < PANEL_VECTORS ? vectors : PANEL_VECTORS;
}

/// Copies rows that are neighbours; the rest of the last vector becomes zero.
static void pack_rows(
    const double *b, ptrdiff_t b_row, ptrdiff_t depth, ptrdiff_t columns, double *packed) {
  const ptrdiff_t whole = columns / width * width, rest = columns - whole;
  for (ptrdiff_t k = 0; k < depth; k++, b += b_row) {
    for (ptrdiff_t j = 0; j < whole; j += width, packed += width) store(packed, load(b + j));
    if (rest == 0) continue;
    store(packed, load_first(b + whole, rest));
    packed += width;
  }
}

/// Four columns of four neighbours each become four rows.
INLINED void transpose_quads(const double *b, ptrdiff_t b_column, double *packed, ptrdiff_t row) {
  const quad first = *(const unaligned_quad *)b;
  const quad second = *(const unaligned_quad *)(b + b_column);
  const quad third = *(const unaligned_quad *)(b + 2 * b_column);
  const quad fourth = *(const unaligned_quad *)(b + 3 * b_column);
  const quad even = __builtin_shufflevector(first, second, 0, 4, 2, 6);
  const quad odd = __builtin_shufflevector(first, second, 1, 5, 3, 7);
  const quad more_even = __builtin_shufflevector(third, fourth, 0, 4, 2, 6);
  const quad more_odd = __builtin_shufflevector(third, fourth, 1, 5, 3, 7);
  *(unaligned_quad *)packed = __builtin_shufflevector(even, more_even, 0, 1, 4, 5);
  *(unaligned_quad *)(packed + row) = __builtin_shufflevector(odd, more_odd, 0, 1, 4, 5);
  *(unaligned_quad *)(packed + 2 * row) = __builtin_shufflevector(even, more_even, 2, 3, 6, 7);
  *(unaligned_quad *)(packed + 3 * row) = __builtin_shufflevector(odd, more_odd, 2, 3, 6, 7);
}

/// Copies columns, four at once where their elements are neighbours.
static void pack_columns(
    const double *b, ptrdiff_t b_row, ptrdiff_t b_column, ptrdiff_t depth, ptrdiff_t columns,
    double *packed, ptrdiff_t row) {
  const ptrdiff_t whole_columns = b_row == 1 ? columns / 4 * 4 : 0, whole_depth = depth / 4 * 4;
  for (ptrdiff_t j = 0; j < whole_columns; j += 4)
    for (ptrdiff_t k = 0; k < whole_depth; k += 4)
      transpose_quads(b + k + j * b_column, b_column, packed + k * row + j, row);
  for (ptrdiff_t j = 0; j < row; j++)
    for (ptrdiff_t k = j < whole_columns ? whole_depth : 0; k < depth; k++)
      packed[k * row + j] = j < columns ? b[k * b_row + j * b_column] : 0;
}

/// Copies `depth` rows of `columns` columns, which fill `vectors` vectors.
static void pack_panel(
    const backprop_product *product, const double *b, ptrdiff_t depth, ptrdiff_t columns,
    ptrdiff_t vectors, double *packed) {
  if (product->b_column == 1)
    pack_rows(b, product->b_row, depth, columns, packed);
  else
    pack_columns(b, product->b_row, product->b_column, depth, columns, packed, vectors * width);
}
