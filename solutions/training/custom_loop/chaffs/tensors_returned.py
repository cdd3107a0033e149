"""The results are tensors, and not floats.

fails: test_loop
hint: What kind of thing does `metric.result()` return? What makes a Python number of it?
"""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = tf.add_n([loss_fn(y, predictions), *model.losses])
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        metric.update_state(y, predictions)
        return loss

    return step


def run_epochs(step, metric, dataset, epochs):
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        results.append(metric.result())
    return results
