"""The result leaves TensorFlow through NumPy, which a graph cannot do.

fails: test_traced
hint: Inside a `tf.function` a tensor has no value yet. Which line asks for one?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tf.constant(tape.jacobian(losses, w).numpy())


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
