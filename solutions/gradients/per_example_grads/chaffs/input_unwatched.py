"""The input is not watched, and `batch_jacobian` answers with zeros, not with None.

fails: test_input_jacobian
hint: Zeros everywhere: does the tape know that `y` depends on `x`?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tape.jacobian(losses, w)


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        y = f(x)
    return tape.batch_jacobian(y, x)
