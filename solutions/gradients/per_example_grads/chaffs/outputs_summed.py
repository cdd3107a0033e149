"""`gradient` is asked for, which adds up over the outputs.

fails: test_input_jacobian
hint: How many outputs does a row have? Each has a gradient of its own.
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tape.jacobian(losses, w)


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)
