"""The gradients of a persistent tape are taken when it no longer records.

fails: test_third
hint: A tape can differentiate its own gradients only if it has recorded how they were computed. Where do you ask for them?
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
    return outer.gradient(slope, x, unconnected_gradients="zero")


def third_derivative(f, x):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = f(x)
    first = tape.gradient(y, x)
    second = tape.gradient(first, x)
    return tape.gradient(second, x)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
