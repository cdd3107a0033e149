"""None is replaced by zeros_like after the fact; inputs are watched one by one."""

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
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        for x in xs:
            tape.watch(x)
        y = f(*xs)
    grads = tape.gradient(y, xs)
    return [tf.zeros_like(x) if g is None else g for g, x in zip(grads, xs)]
