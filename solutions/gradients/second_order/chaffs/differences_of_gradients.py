"""The product is approximated by a difference of gradients.

fails: test_hvp
hint: How many digits of a difference quotient are right? A second tape is exact.
"""

import tensorflow as tf


def hvp(f, x, v):
    step = 1e-6
    after, before = _gradient(f, x + step * v), _gradient(f, x - step * v)
    return (after - before) / (2 * step)


def _gradient(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x, unconnected_gradients="zero")


def third_derivative(f, x):
    for _ in range(3):
        f = _derivative(f)
    return f(x)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
