"""The function is handed a float64 tensor, whatever the dtype of `x` is.

fails: test_hvp_elsewhere, test_third_elsewhere
hint: What does a float32 constant inside `f` do when it meets your tensor?
"""

import tensorflow as tf


def hvp(f, x, v):
    dtype = x.dtype
    x, v = tf.cast(x, tf.float64), tf.cast(v, tf.float64)
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x, unconnected_gradients="zero")
        slope = tf.reduce_sum(gradient * v)
    return tf.cast(outer.gradient(slope, x, unconnected_gradients="zero"), dtype)


def third_derivative(f, x):
    dtype, x = x.dtype, tf.cast(x, tf.float64)
    for _ in range(3):
        f = _derivative(f)
    return tf.cast(f(x), dtype)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
