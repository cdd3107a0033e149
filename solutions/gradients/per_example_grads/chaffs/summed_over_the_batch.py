"""`gradient` is asked for, which adds up over the batch.

fails: test_per_example
hint: The gradient of several losses is the gradient of their sum. Which method of the tape keeps them apart?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tape.gradient(losses, w)


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
