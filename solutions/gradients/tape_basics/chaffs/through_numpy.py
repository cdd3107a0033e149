"""The value leaves TensorFlow through NumPy, where no tape can follow.

fails: test_grad_at, test_two_grads
hint: What type does `.numpy()` return, and how would a tape know where it came from?
"""

import tensorflow as tf


def grad_at(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.constant(f(x).numpy())
    return tape.gradient(y, x)


def two_grads(f, g, v):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(v)
        first = f(tf.constant(v.numpy()))
        second = g(first)
    return tape.gradient(first, v), tape.gradient(second, v)


def sensitivity(f, xs):
    with tf.GradientTape() as tape:
        tape.watch(xs)
        y = f(*xs)
    return tape.gradient(y, xs, unconnected_gradients="zero")
