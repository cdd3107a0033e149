"""A Python loop goes over the rows, whose number may be unknown while the graph is built.

fails: test_traced
hint: What is `x.shape[0]` inside a `tf.function` for batches of any size?
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
    rows = tape.batch_jacobian(y, x)
    return tf.stack([rows[i] for i in range(x.shape[0])])
