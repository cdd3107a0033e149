"""`tf.hessians` is called, which works in graphs alone.

fails: test_hvp
hint: Read the message. What takes the place of `tf.gradients` where operations run at once?
"""

import tensorflow as tf


def hvp(f, x, v):
    return tf.linalg.matvec(tf.hessians(f(x), x)[0], v)


def third_derivative(f, x):
    for _ in range(3):
        f = _derivative(f)
    return f(x)


def _derivative(f):
    def derived(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = f(x)
        return tape.gradient(y, x, unconnected_gradients="zero")

    return derived
