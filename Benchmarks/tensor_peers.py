"""Peers of the tensor benchmark, on one thread and in 64 bits.

A line of standard input is a library and a workload; the answer is a line with the processor's
seconds and a checksum. The data are those of the Swift side, number by number.
"""

import os
import sys
import time

for variable in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"]:
    os.environ[variable] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import numpy as np

SAMPLES, PIXELS, BATCH, RATE = 60_000, 784, 64, 0.1


def numbers(seed, shape, scale):
    """SplitMix64's numbers between -scale / 2 and scale / 2 (Steele, Lea and Flood 2014)."""
    count = int(np.prod(shape))
    result = np.empty(count)
    for start in range(0, count, 1 << 20):
        index = np.arange(start + 1, min(count, start + (1 << 20)) + 1, dtype=np.uint64)
        bits = np.uint64(seed) + index * np.uint64(0x9E3779B97F4A7C15)
        bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        bits ^= bits >> np.uint64(31)
        result[start : start + len(index)] = (bits >> np.uint64(11)) * 2.0**-53
    return ((result - 0.5) * scale).reshape(shape)


X = numbers(1, (SAMPLES, PIXELS), 2)
Y = numbers(2, (SAMPLES, 1), 2)
LABELS = np.arange(SAMPLES) * 7 % 10
ONE_HOT = np.eye(10)[LABELS]
REGRESSION = [numbers(3, (PIXELS, 50), 0.125), np.zeros(50), numbers(4, (50, 1), 0.5), np.zeros(1)]
CLASSES = [numbers(5, (PIXELS, 100), 0.125), np.zeros(100), numbers(6, (100, 10), 0.5), np.zeros(10)]


class NumPy:
    """Written by hand, as in the articles; buffers are NumPy's own business."""

    def regression(self, with_input=False):
        w1, b1, w2, b2 = REGRESSION
        z = X @ w1 + b1
        h = np.maximum(z, 0)
        error = h @ w2 + b2 - Y
        loss = (error**2).mean()
        gradient = 2 * error / SAMPLES
        w2_gradient, b2_gradient = h.T @ gradient, gradient.sum(0)
        z_gradient = (z > 0) * (gradient @ w2.T)
        w1_gradient, b1_gradient = X.T @ z_gradient, z_gradient.sum(0)
        if with_input:
            x_gradient = z_gradient @ w1.T
            return loss + np.abs(w1_gradient).sum() + np.abs(x_gradient[:100]).sum()
        return loss + np.abs(w1_gradient).sum()

    def epoch(self):
        w1, b1, w2, b2 = [parameter.copy() for parameter in CLASSES]
        total = 0.0
        for start in range(0, SAMPLES, BATCH):
            x, labels = X[start : start + BATCH], LABELS[start : start + BATCH]
            rows = np.arange(len(x))
            z = x @ w1 + b1
            h = np.maximum(z, 0)
            scores = h @ w2 + b2
            scores -= scores.max(1, keepdims=True)
            p = np.exp(scores)
            sums = p.sum(1, keepdims=True)
            total += (np.log(sums[:, 0]) - scores[rows, labels]).mean()
            p /= sums
            p[rows, labels] -= 1
            p /= len(x)
            w2_gradient, h_gradient = h.T @ p, p @ w2.T
            h_gradient *= z > 0
            w1 -= RATE * (x.T @ h_gradient)
            b1 -= RATE * h_gradient.sum(0)
            w2 -= RATE * w2_gradient
            b2 -= RATE * p.sum(0)
        return total


class JAX:
    """Compiled once, the epoch as one scan."""

    def __init__(self):
        import jax
        import jax.numpy as jnp

        jax.config.update("jax_platforms", "cpu")
        jax.config.update("jax_enable_x64", True)

        def regression_loss(parameters, x):
            w1, b1, w2, b2 = parameters
            return jnp.mean((jnp.maximum(x @ w1 + b1, 0) @ w2 + b2 - self.y) ** 2)

        def class_loss(parameters, x, target):
            w1, b1, w2, b2 = parameters
            scores = jnp.maximum(x @ w1 + b1, 0) @ w2 + b2
            return -jnp.mean(jnp.sum(target * jax.nn.log_softmax(scores), 1))

        def step(parameters, batch):
            loss, gradients = jax.value_and_grad(class_loss)(parameters, *batch)
            return [p - RATE * g for p, g in zip(parameters, gradients)], loss

        def epoch(parameters, batches, rest):
            parameters, losses = jax.lax.scan(step, parameters, batches)
            return losses.sum() + step(parameters, rest)[1]

        self.jnp = jnp
        self.x, self.y = jnp.array(X), jnp.array(Y)
        whole = SAMPLES // BATCH * BATCH
        target = jnp.array(ONE_HOT)
        self.batches = (
            self.x[:whole].reshape(-1, BATCH, PIXELS),
            target[:whole].reshape(-1, BATCH, 10),
        )
        self.rest = (self.x[whole:], target[whole:])
        self.gradients = jax.jit(jax.value_and_grad(regression_loss))
        self.all_gradients = jax.jit(jax.value_and_grad(regression_loss, argnums=(0, 1)))
        self.scan = jax.jit(epoch)
        self.parameters = [jnp.array(parameter) for parameter in REGRESSION]
        self.classes = [jnp.array(parameter) for parameter in CLASSES]

    def regression(self, with_input=False):
        if with_input:
            loss, (gradients, x) = self.all_gradients(self.parameters, self.x)
            x.block_until_ready()
            return float(loss + abs(gradients[0]).sum() + abs(x[:100]).sum())
        loss, gradients = self.gradients(self.parameters, self.x)
        return float(loss + abs(gradients[0]).sum())

    def epoch(self):
        return float(self.scan(self.classes, self.batches, self.rest))


class PyTorch:
    """As its tutorials write it."""

    def __init__(self):
        import torch

        torch.set_num_threads(1)
        self.torch = torch
        self.x, self.y = torch.from_numpy(X), torch.from_numpy(Y)
        self.labels = torch.from_numpy(LABELS)

    def parameters(self, arrays):
        return [self.torch.from_numpy(array.copy()).requires_grad_() for array in arrays]

    def regression(self, with_input=False):
        w1, b1, w2, b2 = self.parameters(REGRESSION)
        x = self.x.detach().requires_grad_(with_input)
        loss = ((self.torch.relu(x @ w1 + b1) @ w2 + b2 - self.y) ** 2).mean()
        loss.backward()
        checksum = loss.item() + w1.grad.abs().sum().item()
        return checksum + (x.grad[:100].abs().sum().item() if with_input else 0)

    def epoch(self):
        w1, b1, w2, b2 = parameters = self.parameters(CLASSES)
        total = 0.0
        for start in range(0, SAMPLES, BATCH):
            x, labels = self.x[start : start + BATCH], self.labels[start : start + BATCH]
            scores = self.torch.relu(self.torch.addmm(b1, x, w1)) @ w2 + b2
            loss = self.torch.nn.functional.cross_entropy(scores, labels)
            loss.backward()
            total += loss.item()
            with self.torch.no_grad():
                for parameter in parameters:
                    parameter -= RATE * parameter.grad
                    parameter.grad = None
        return total


WORKLOADS = {
    "regression": lambda peer: peer.regression(),
    "regression+input": lambda peer: peer.regression(with_input=True),
    "epoch": lambda peer: peer.epoch(),
}
LIBRARIES = {"NumPy": NumPy, "JAX": JAX, "PyTorch": PyTorch}
peers = {}

for line in sys.stdin:
    library, workload = line.split()
    if library not in peers:
        try:
            peers[library] = LIBRARIES[library]()
        except ImportError:
            print("none", flush=True)
            continue
    start = time.process_time()
    checksum = WORKLOADS[workload](peers[library])
    print(time.process_time() - start, checksum, flush=True)
