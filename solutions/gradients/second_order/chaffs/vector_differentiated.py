"""The vector is differentiated, too, where it is the tensor `x`.

fails: test_v_is_x
hint: `hvp(f, x, x)`: the tape watches `x`. How would it know that `v` is to be a constant?
"""

import tensorflow as tf


def hvp(f, x, v):
    with tf.GradientTape() as outer:
        outer.watch(x)
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
