"""Times micrograd on the network given on standard input: 337 parameters, then a point a line.

Prints the median seconds of one step (loss and all gradients) and the loss.
"""
import statistics
import sys
import time

from micrograd import nn
from micrograd.engine import Value

lines = sys.stdin.read().split("\n")
model = nn.MLP(2, [16, 16, 1])
for parameter, line in zip(model.parameters(), lines):
    parameter.data = float(line)
points = [list(map(float, line.split())) for line in lines[len(model.parameters()):]]

seconds = []
for _ in range(3):
    start = time.perf_counter()
    scores = [model([Value(x), Value(y)]) for x, y, _ in points]
    losses = [(1 + -label * score).relu() for (_, _, label), score in zip(points, scores)]
    penalty = 1e-4 * sum(parameter * parameter for parameter in model.parameters())
    loss = sum(losses) * (1.0 / len(losses)) + penalty
    model.zero_grad()
    loss.backward()
    seconds.append(time.perf_counter() - start)
print(statistics.median(seconds), loss.data)
