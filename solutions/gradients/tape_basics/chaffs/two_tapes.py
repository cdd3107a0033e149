"""Two tapes record the same computation, so it is done twice.

fails: test_one_recording
hint: How often is `f` evaluated? One recording can answer both questions.
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape() as one:
        one.watch(v)
        first = f(v)
    with tf.GradientTape() as two:
        two.watch(v)
        second = g(f(v))
    return one.gradient(first, v), two.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
