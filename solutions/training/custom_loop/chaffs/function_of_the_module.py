"""One `tf.function` of the module serves all models, and cannot make variables for a second one.

fails: test_side_by_side
hint: A `tf.function` may make variables in its first trace alone. How many functions do two models need?
"""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):

    def step(x, y):
        return _step(model, optimizer, loss_fn, metric, x, y)

    return step


@tf.function
def _step(model, optimizer, loss_fn, metric, x, y):
    with tf.GradientTape() as tape:
        predictions = model(x, training=True)
        loss = tf.add_n([loss_fn(y, predictions), *model.losses])
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    metric.update_state(y, predictions)
    return loss


def run_epochs(step, metric, dataset, epochs):
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        results.append(float(metric.result()))
    return results
