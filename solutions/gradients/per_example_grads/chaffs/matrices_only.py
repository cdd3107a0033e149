"""The weights are taken for a matrix, whatever their shape.

fails: test_per_example_elsewhere
hint: What is `w.shape[1]` of a scalar or a vector? The result's shape is `(batch, *w.shape)`.
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tf.reshape(tape.jacobian(losses, w), [-1, w.shape[0], w.shape[1]])


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
