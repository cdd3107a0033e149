"""The weights' own axes are laid end to end.

fails: test_per_example
hint: The gradient of a matrix is a matrix. What is the shape of yours, for each example?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tf.reshape(tape.jacobian(losses, w), [tf.size(losses), -1])


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
