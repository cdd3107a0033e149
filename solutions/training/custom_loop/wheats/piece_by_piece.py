"""Two tapes: the gradient of the loss, and that of the regularisation, are added up."""

import tensorflow as tf
from tensorflow import GradientTape


def make_train_step(model, optimizer, loss_fn, metric):
    def step(x, y):
        variables = model.trainable_variables
        with GradientTape() as fitting, GradientTape() as shrinking:
            predictions = model(x, training=True)
            error = loss_fn(y, predictions)
            penalty = tf.constant(0.0)
            if model.losses:
                penalty = tf.reduce_sum(tf.stack(model.losses))
        first = fitting.gradient(error, variables)
        second = shrinking.gradient(penalty, variables)
        pairs = []
        for one, other, variable in zip(first, second, variables):
            parts = [part for part in (one, other) if part is not None]
            pairs.append((tf.add_n(parts), variable))
        metric(y, predictions)
        optimizer.apply_gradients(pairs)
        return error + penalty

    return tf.function(step)


def run_epochs(step, metric, dataset, epochs):
    history = []
    epoch = 0
    while epoch < epochs:
        metric.reset_state()
        iterator = iter(dataset)
        while True:
            batch = next(iterator, None)
            if batch is None:
                break
            x, y = batch
            step(x, y)
        history.append(metric.result().numpy())
        epoch += 1
    return history
