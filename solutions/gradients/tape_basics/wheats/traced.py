"""Every function works inside tf.function."""

import tensorflow as tf


def grad_at(f, x):
    @tf.function
    def inner(x):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch([x])
            y = f(x)
        return tape.gradient(y, [x])[0]

    return inner(x)


def two_grads(f, g, v):
    tape = tf.GradientTape(persistent=True)
    with tape:
        tape.watch(v)
        a = f(v)
        b = g(a)
    return tuple(tape.gradient(y, v) for y in (a, b))


def sensitivity(f, xs):
    @tf.function(autograph=False)
    def inner(*xs):
        with tf.GradientTape() as tape:
            tape.watch(xs)
            y = f(*xs)
        return tape.gradient(y, xs, unconnected_gradients=tf.UnconnectedGradients.ZERO)

    return list(inner(*xs))
