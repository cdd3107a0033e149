"""The input is watched after the operations that were to be recorded.

fails: test_grad_at, test_two_grads, test_sensitivity
hint: `watch` says "from now on". What has already happened when you call it?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        y = f(x)
        tape.watch(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        first = f(v)
        second = g(first)
        tape.watch(v)
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        y = f(*xs)
        tape.watch(xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
