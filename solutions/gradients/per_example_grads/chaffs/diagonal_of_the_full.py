"""The Jacobian of every row with respect to every row is computed, and nearly all of it thrown away.

fails: test_rows_apart
hint: How many numbers are computed for 1000 rows, and how many of them are used?
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
    return tf.einsum("bmbn->bmn", tape.jacobian(y, x))
