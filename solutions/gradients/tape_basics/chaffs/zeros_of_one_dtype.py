"""The zeros for an input that is not used are always float64.

fails: test_sensitivity_elsewhere
hint: Which dtype do your zeros have where the input is float32? What makes zeros like a tensor?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)


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
    gradients = tape.gradient(y, xs)
    return [
        tf.zeros(x.shape, tf.float64) if gradient is None else gradient
        for gradient, x in zip(gradients, xs)
    ]
