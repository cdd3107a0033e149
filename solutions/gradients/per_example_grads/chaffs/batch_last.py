"""The batch stands last in the result.

fails: test_per_example
hint: What should `result[0]` be? Compare the shapes.
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tf.einsum("b...->...b", tape.jacobian(losses, w))


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
