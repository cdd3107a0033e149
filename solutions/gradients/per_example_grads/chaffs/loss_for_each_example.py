"""One tape records a call of the loss for each example.

fails: test_one_recording
hint: `loss_fn` knows how to take a whole batch. How often do you call it?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(w)
        losses = [loss_fn(w, x[i : i + 1], y[i : i + 1]) for i in range(x.shape[0])]
    return tf.stack([tape.gradient(loss, w) for loss in losses])


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
