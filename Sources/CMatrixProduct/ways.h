// The ways to multiply, each for other processors. They are for products without an empty side.
#ifndef WAYS_H
#define WAYS_H

#include "CMatrixProduct.h"

typedef void way(const backprop_product *product);

way multiply_portably;
#if defined(__x86_64__)
way multiply_by_avx2, multiply_by_avx512;
#elif defined(__aarch64__)
way multiply_by_neon;
#endif

#endif
