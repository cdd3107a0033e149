"""The outer tape opens after the function was evaluated, and sees the backward pass alone.

fails: test_hvp
hint: A part of the product is missing. Which operations between `x` and the gradient did the outer tape not see?
"""

import tensorflow as tf


def hvp(f, x, v):
    v = tf.stop_gradient(v)
    with tf.GradientTape() as inner:
        inner.watch(x)
        y = f(x)
    with tf.GradientTape() as outer:
        outer.watch(x)
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
