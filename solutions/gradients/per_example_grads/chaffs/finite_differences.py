"""The Jacobian is approximated by difference quotients.

fails: test_input_jacobian
hint: How many digits of a difference quotient are right? The tape's derivative is exact.
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    return tape.jacobian(losses, w)


def input_jacobian(f, x):
    h = 1e-5
    steps = tf.unstack(h * tf.eye(x.shape[1], dtype=x.dtype))
    return tf.stack([(f(x + s) - f(x - s)) / (2 * h) for s in steps], axis=2)
