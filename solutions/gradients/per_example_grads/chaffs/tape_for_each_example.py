"""A tape is opened for each example.

fails: test_one_recording
hint: How many tapes does a batch of 1000 need? One recording holds all the losses.
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    grads = []
    for i in range(x.shape[0]):
        with tf.GradientTape() as tape:
            tape.watch(w)
            loss = loss_fn(w, x[i : i + 1], y[i : i + 1])
        grads.append(tape.gradient(loss, w))
    return tf.stack(grads)


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
