"""A graph that does not know the size of the batch records the losses a second time.

fails: test_traced
hint: What is missing in the first recording, so that you need another tape?
"""

import tensorflow as tf


def per_example_grads(loss_fn, w, x, y):
    with tf.GradientTape() as tape:
        tape.watch(w)
        losses = loss_fn(w, x, y)
    if losses.shape[0] is not None:
        return tape.jacobian(losses, w)

    def one(example):
        with tf.GradientTape() as tape:
            tape.watch(w)
            loss = loss_fn(w, example[0][None], example[1][None])
        return tf.convert_to_tensor(tape.gradient(loss, w))

    return tf.vectorized_map(one, (x, y))


def input_jacobian(f, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.batch_jacobian(y, x)
