"""Your own training loop.

`README.md` beside this file says what to write. Look at your work with

    grader check training/custom_loop
"""

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
    raise NotImplementedError("your turn: `make_train_step`")


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
    raise NotImplementedError("your turn: `run_epochs`")
