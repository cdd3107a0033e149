"""A constant is not watched: only variables are, by themselves.

fails: test_grad_at
hint: The tape answered `None`. `x` is no variable; which line tells the tape to watch it?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(v)
        second = g(first)
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
