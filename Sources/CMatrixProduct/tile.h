// A tile of c: up to eight rows of up to three vectors, in registers while a strip of terms is
// added to it. Included by each way after its vectors.

typedef double unaligned_vector __attribute__((ext_vector_type(width), aligned(8)));

#define INLINED static inline __attribute__((always_inline))
#define UNROLLED _Pragma("clang loop unroll(full)")

/// What the tiles that lie below each other have in common.
typedef struct {
  /// The number of terms, and whether c has none of them yet and starts at 0.
  ptrdiff_t depth;
  bool starts;
  ptrdiff_t a_row, a_column, b_row, c_row;
  /// The columns in the last vector: all of b's can be read, but only these of c are there.
  ptrdiff_t last_columns;
  /// What to ask the memory for on the way, as much of it as is read of a, or NULL.
  const double *ahead;
} strip_layout;

INLINED vector load(const double *from) { return *(const unaligned_vector *)from; }

INLINED void store(double *to, vector values) { *(unaligned_vector *)to = values; }

/// The last vector of a row of c may be one of `count` columns only.
INLINED vector load_last(const double *from, ptrdiff_t count) {
  return count == width ? load(from) : load_first(from, count);
}

INLINED void store_last(double *to, vector values, ptrdiff_t count) {
  if (count == width)
    store(to, values);
  else
    store_first(to, values, count);
}

INLINED void load_tile(
    int rows, int vectors, const double *c, ptrdiff_t c_row, ptrdiff_t count, vector *sums) {
  UNROLLED for (int row = 0; row < rows; row++, c += c_row, sums += vectors) {
    UNROLLED for (int i = 0; i < vectors - 1; i++) sums[i] = load(c + i * width);
    sums[vectors - 1] = load_last(c + (vectors - 1) * width, count);
  }
}

INLINED void store_tile(
    int rows, int vectors, double *c, ptrdiff_t c_row, ptrdiff_t count, const vector *sums) {
  UNROLLED for (int row = 0; row < rows; row++, c += c_row, sums += vectors) {
    UNROLLED for (int i = 0; i < vectors - 1; i++) store(c + i * width, sums[i]);
    store_last(c + (vectors - 1) * width, sums[vectors - 1], count);
  }
}

/// Adds the terms of a strip, and asks for as many elements with each as it reads of a.
INLINED void add_terms(
    int rows, int vectors, const strip_layout *strip, const double *a, const double *b,
    vector *sums, bool fetches) {
  const ptrdiff_t a_row = strip->a_row, a_column = strip->a_column, b_row = strip->b_row;
  const double *third = a + (rows > 3 ? 3 : 0) * a_row, *sixth = a + (rows > 6 ? 6 : 0) * a_row;
  const double *ahead = strip->ahead;
  // Not to be derived from a, or every row's address is the one before plus a_row, a long chain.
  __asm__("" : "+r"(third), "+r"(sixth));
  for (ptrdiff_t k = strip->depth; k > 0; k--) {
    vector terms[PANEL_VECTORS];
    UNROLLED for (int i = 0; i < vectors; i++) terms[i] = load(b + i * width);
    UNROLLED for (int row = 0; row < rows; row++) {
      const vector factor = (row < 3 ? a : row < 6 ? third : sixth)[row % 3 * a_row];
      UNROLLED for (int i = 0; i < vectors; i++) {
        vector *sum = &sums[row * vectors + i];
        *sum = __builtin_elementwise_fma(factor, terms[i], *sum);
      }
    }
    a += a_column;
    third += a_column;
    sixth += a_column;
    b += b_row;
    if (fetches) {
      __builtin_prefetch(ahead, 0, 2);
      ahead += rows;
    }
  }
}

INLINED void add_tile(
    int rows, int vectors, const strip_layout *strip, const double *a, const double *b, double *c) {
  vector sums[TILE_ROWS * PANEL_VECTORS];
  const ptrdiff_t c_row = strip->c_row, last_columns = strip->last_columns;
  if (strip->starts)
    UNROLLED for (int i = 0; i < rows * vectors; i++) sums[i] = 0;
  else
    load_tile(rows, vectors, c, c_row, last_columns, sums);
  if (rows == TILE_ROWS && strip->ahead)
    add_terms(rows, vectors, strip, a, b, sums, true);
  else
    add_terms(rows, vectors, strip, a, b, sums, false);
  if (last_columns == width)
    store_tile(rows, vectors, c, c_row, width, sums);
  else
    store_tile(rows, vectors, c, c_row, last_columns, sums);
}

typedef void tile(const strip_layout *strip, const double *a, const double *b, double *c);

#define TILE(rows, vectors)                                                     \
  static void tile_##rows##_##vectors(                                          \
      const strip_layout *strip, const double *a, const double *b, double *c) { \
    add_tile(rows, vectors, strip, a, b, c);                                    \
  }

#if PANEL_VECTORS == 3
#define TILES(rows) TILE(rows, 1) TILE(rows, 2) TILE(rows, 3)
#define ROW(rows) {rows, {tile_##rows##_1, tile_##rows##_2, tile_##rows##_3}}
#else
#define TILES(rows) TILE(rows, 1) TILE(rows, 2)
#define ROW(rows) {rows, {tile_##rows##_1, tile_##rows##_2}}
#endif

#if TILE_ROWS == 8
TILES(8)
#else
TILES(6)
#endif
TILES(4) TILES(2) TILES(1)

/// The highest first, each by its number of vectors less one.
static const struct {
  ptrdiff_t rows;
  tile *by_vectors[PANEL_VECTORS];
} tiles[] = {
#if TILE_ROWS == 8
    ROW(8),
#else
    ROW(6),
#endif
    ROW(4), ROW(2), ROW(1)};
