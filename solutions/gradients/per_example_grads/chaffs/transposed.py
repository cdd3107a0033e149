"""The axes of inputs and outputs are exchanged.

fails: test_input_jacobian
hint: In a Jacobian, which axis stands for the outputs? Look at the shape that is asked for.
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
    return tf.transpose(tape.batch_jacobian(y, x), [0, 2, 1])
