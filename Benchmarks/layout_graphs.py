"""The graphs of automatic differentiation that the layout is measured with.

usage: layout_graphs.py NAME

Prints the number of nodes, then a line `FROM TO` for each edge. Networks are built as micrograd
builds them, one node an operation, with parameters that all samples share.
"""

import random
import sys


class Graph:
    def __init__(self):
        self.count = 0
        self.edges = []

    def node(self, *operands):
        self.edges += [(operand, self.count) for operand in operands]
        self.count += 1
        return self.count - 1


def chain(length):
    graph = Graph()
    last = graph.node()
    for _ in range(length - 1):
        last = graph.node(last)
    return graph


def expression():
    graph = Graph()
    a, b = graph.node(), graph.node()
    product, total = graph.node(a, b), graph.node(a, b)
    graph.node(product, total)
    return graph


def network(inputs, layers, samples=1, has_loss=True):
    graph = Graph()
    sizes = [inputs] + layers
    parameters = [
        [([graph.node() for _ in range(sizes[i])], graph.node()) for _ in range(sizes[i + 1])]
        for i in range(len(layers))
    ]
    losses = []
    for _ in range(samples):
        values = [graph.node() for _ in range(inputs)]
        for layer in parameters:
            outputs = []
            for weights, bias in layer:
                total = bias
                for weight, value in zip(weights, values):
                    total = graph.node(total, graph.node(weight, value))
                outputs.append(graph.node(total))
            values = outputs
        if has_loss:
            losses += [graph.node(graph.node(value, graph.node())) for value in values]
    while len(losses) > 1:
        losses = [graph.node(losses[0], losses[1])] + losses[2:]
    return graph


def local(count):
    """Operands come from the nodes shortly before; a tenth of the nodes are inputs."""
    generator = random.Random(1000003 + count + 7)
    graph = Graph()
    for index in range(count):
        if index < max(2, count // 10):
            graph.node()
        else:
            first = max(0, index - max(8, int(2 * count**0.5)))
            graph.node(*generator.sample(range(first, index), 2))
    return graph


GRAPHS = {
    "expression": expression,
    "neuron": lambda: network(2, [2, 1], has_loss=False),
    "lecture": lambda: network(3, [4, 4, 1]),
    "moons": lambda: network(2, [16, 16, 1]),
    "moons-4": lambda: network(2, [16, 16, 1], samples=4),
    "moons-100": lambda: network(2, [16, 16, 1], samples=100),
    "local-200": lambda: local(200),
    "local-1000": lambda: local(1000),
    "chain": lambda: chain(100_000),
}

if len(sys.argv) != 2 or sys.argv[1] not in GRAPHS:
    sys.exit("usage: layout_graphs.py " + "|".join(GRAPHS))
graph = GRAPHS[sys.argv[1]]()
print(graph.count)
print("\n".join(f"{tail} {head}" for tail, head in graph.edges))
