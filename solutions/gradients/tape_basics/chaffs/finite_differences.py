"""The derivative is approximated by a difference quotient.

fails: test_grad_at
hint: How many digits of a difference quotient are right? The tape's derivative is exact.
"""

import tensorflow as tf


def grad_at(f, x):
    step = 1e-5
    size = int(tf.size(x))
    slopes = []
    for i in range(size):
        shift = tf.reshape(tf.one_hot(i, size, dtype=x.dtype) * step, x.shape)
        slopes.append((f(x + shift) - f(x - shift)) / (2 * step))
    return tf.reshape(tf.stack(slopes), x.shape) if size else tf.zeros_like(x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(v)
        second = g(first)
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
