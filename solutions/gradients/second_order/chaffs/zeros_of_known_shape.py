"""The zeros are made from a shape that may be unknown while the graph is built.

fails: test_traced
hint: What is `x.shape` while the graph for vectors of any length is built? Which function makes zeros like a tensor?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = _known(inner.gradient(y, x), x)
        slope = tf.reduce_sum(gradient * v)
    return _known(outer.gradient(slope, x), x)


def _known(gradient, x):
    return tf.zeros(x.shape, x.dtype) if gradient is None else gradient


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
