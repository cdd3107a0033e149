"""The Jacobian of every row with respect to every row is returned.

fails: test_input_jacobian
hint: The result has two batch axes. What is at `[0, :, 1, :]`, and which method of the tape leaves that out?
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
    return tape.jacobian(y, x)
