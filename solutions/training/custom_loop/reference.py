"""Your own training loop."""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):
    """Return a traced training step.

    Args:
        model: A Keras model that is built.
        optimizer: A Keras optimizer.
        loss_fn: A Keras loss: takes targets and predictions, returns a scalar.
        metric: A Keras metric.

    Returns:
        A `tf.function` that takes a batch `(x, y)`, trains, and returns the loss.
    """

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
    """Train for some epochs.

    Args:
        step: Takes a batch `(x, y)`, trains, and updates the metric.
        metric: A Keras metric.
        dataset: Batches `(x, y)`.
        epochs: How often to go through the dataset.

    Returns:
        A list of floats: the metric at the end of each epoch.
    """
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        results.append(float(metric.result()))
    return results
