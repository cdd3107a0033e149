"""The mean is taken before the tape can tell the examples apart.

fails: test_per_example
hint: How many losses are left for the tape to differentiate after `reduce_mean`?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = tf.reduce_mean(loss_fn(w, x, y))
    return tape.jacobian(losses, w)


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
