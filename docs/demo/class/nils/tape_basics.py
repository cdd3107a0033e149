import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape() as tape:
        tape.watch(v)
        a = f(v)
        b = g(a)
    return tape.gradient(a, v), tape.gradient(b, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        for x in xs:
            tape.watch(x)
        y = f(*xs)
    return tape.gradient(y, xs)
