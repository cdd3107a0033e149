"""The first gradient is taken when the outer tape no longer records.

fails: test_hvp
hint: The outer tape answered `None`. Which of your lines stand inside its `with` block?
"""

import tensorflow as tf


def hvp(f, x, v):
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
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
