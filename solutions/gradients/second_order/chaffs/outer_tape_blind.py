"""The outer tape does not watch the input, and answers with zeros.

fails: test_hvp
hint: Each tape watches for itself. Who told the outer one about `x`?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        slope = tf.reduce_sum(gradient * v)
    return outer.gradient(slope, x, unconnected_gradients="zero")


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
