"""The second gradient comes by the chain rule, from a persistent tape that watches f(v) too."""

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
    upstream = tape.gradient(second, first)
    return (
        tape.gradient(first, v),
        tape.gradient(first, v, output_gradients=upstream),
    )


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
