"""The result is float64, whatever the input is.

fails: test_hvp_elsewhere, test_third_elsewhere
hint: Which dtype does a float32 input ask for?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        slope = tf.reduce_sum(gradient * v)
    return tf.cast(outer.gradient(slope, x, unconnected_gradients="zero"), tf.float64)


def third_derivative(f, x):
    for _ in range(3):
        f = _derivative(f)
    return tf.cast(f(x), tf.float64)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
