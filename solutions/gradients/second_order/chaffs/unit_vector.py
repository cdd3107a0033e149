"""The vector is made one of length 1, and the product lengthened again.

fails: test_hvp_elsewhere
hint: Which vector has no direction? Is the product not linear in `v` by itself?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    length = tf.norm(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        slope = tf.reduce_sum(gradient * v / length)
    return length * outer.gradient(slope, x, unconnected_gradients="zero")


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
