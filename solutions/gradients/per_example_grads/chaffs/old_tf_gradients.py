"""`tf.gradients` is called, which works in graphs alone.

fails: test_per_example
hint: Read the message. What takes the place of `tf.gradients` where operations run at once?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    return tf.stack([tf.gradients(loss, w)[0] for loss in tf.unstack(loss_fn(w, x, y))])


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
