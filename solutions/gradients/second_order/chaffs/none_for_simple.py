"""Where a derivative vanishes, `None` comes out, or an error.

fails: test_zeros
hint: The gradient of a linear function does not depend on `x`. What does a tape answer then?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as outer:
        outer.watch(x)
        with tf.GradientTape() as inner:
            inner.watch(x)
            y = f(x)
        gradient = inner.gradient(y, x)
        slope = tf.reduce_sum(gradient * v)
    return outer.gradient(slope, x)


def third_derivative(f, x):
    for _ in range(3):
        f = _derivative(f)
    return f(x)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x)

    return derived
