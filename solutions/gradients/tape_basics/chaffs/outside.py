"""The function is evaluated before the tape begins to record.

fails: test_grad_at, test_sensitivity
hint: Which of your lines stand inside the `with` block? Only those are recorded.
"""

import tensorflow as tf


def grad_at(f, x):
    y = f(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(v)
        second = g(first)
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    y = f(*xs)
    with tf.GradientTape() as tape:
        tape.watch(xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
