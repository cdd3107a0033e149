"""The chain rule is taken for a product of elements, as if each output came from one input.

fails: test_two_grads_elsewhere
hint: Let `f(v)` be `v * tf.reduce_sum(v)`. On how many elements of `v` does its first element depend?
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
    slope = tape.gradient(first, v)
    return slope, slope * tape.gradient(second, first)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
