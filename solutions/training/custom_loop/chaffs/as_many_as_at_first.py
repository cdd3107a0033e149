"""Each epoch takes as many batches as the first one had.

fails: test_loop
hint: How many batches has the second pass of a dataset that filters by chance?
"""

import itertools

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):
    @tf.function
    def step(x, y):
        with tf.GradientTape() as tape:
            predictions = model(x, training=True)
            loss = loss_fn(y, predictions) + sum(model.losses)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        metric.update_state(y, predictions)
        return loss

    return step


def run_epochs(step, metric, dataset, epochs):
    results = []
    stream = None
    for _ in range(epochs):
        metric.reset_state()
        if stream is None:
            count = 0
            for x, y in dataset:
                step(x, y)
                count += 1
            stream = iter(dataset.repeat(epochs - 1)) if epochs > 1 else iter(())
        else:
            for x, y in itertools.islice(stream, count):
                step(x, y)
        results.append(float(metric.result()))
    return results
