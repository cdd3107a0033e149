"""Axes of length one are dropped.

fails: test_input_jacobian_elsewhere
hint: Which shape is asked for where `f` has a single output, or the batch a single row?
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
    return tf.squeeze(tape.batch_jacobian(y, x))
