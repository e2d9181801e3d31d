// The reference of the tape benchmark: what a C programmer writes first, and what is hard to beat
// without changing the order of the work. 25 bytes a node, one switch forward, one backward.
#ifndef CNAIVETAPE_H
#define CNAIVETAPE_H

#include <stddef.h>
#include <stdint.h>

enum naive_primitive {
  NAIVE_LEAF, NAIVE_ADD, NAIVE_MULTIPLY, NAIVE_TANH, NAIVE_EXP, NAIVE_RELU
};

typedef struct {
  int32_t count;
  uint8_t *primitives;
  int32_t *first, *second;
  double *values, *gradients;
} naive_tape;

// The same with both derivatives of every node stored while recording, so that the way back has no
// switch: 40 bytes a node. A missing operand is the extra node at the end of `gradients`.
typedef struct {
  int32_t count, capacity;
  int32_t *first, *second;
  double *values, *first_derivatives, *second_derivatives, *gradients;
} derivative_tape;

// Records `list` anew onto `tape`, one append a node, with handles as a program would hold them;
// leaf values are those of `list`.
void naive_record(const naive_tape *list, naive_tape *tape, int32_t *handles);

void derivative_record(const naive_tape *list, derivative_tape *tape, int32_t *handles);

void naive_forward(const naive_tape *tape);
void naive_backward(const naive_tape *tape);
void derivative_backward(const derivative_tape *tape);

// The bytes that malloc has handed out and not got back; 0 where the system does not tell.
size_t allocated_bytes(void);

#endif
