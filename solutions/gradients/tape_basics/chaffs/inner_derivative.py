"""The second gradient is taken with respect to f(v), not to v.

fails: test_two_grads
hint: With respect to what is the second gradient asked for? Which factor of the chain rule is missing?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(v)
        second = g(first)
    return tape.gradient(first, v), tape.gradient(second, first)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
