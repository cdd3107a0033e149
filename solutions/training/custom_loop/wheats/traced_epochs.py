"""A whole epoch is one graph, and gradients go through `apply_gradients` as a list."""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):
    weights = model.trainable_weights
    optimizer.build(weights)

    @tf.function
    def step(features, targets):
        with tf.GradientTape() as tape:
            outputs = model(features, training=True)
            total = loss_fn(targets, outputs)
            if model.losses:
                total = total + sum(model.losses)
        grads = tape.gradient(total, weights)
        optimizer.apply_gradients(list(zip(grads, weights)))
        metric.update_state(targets, outputs)
        return total

    return step


def run_epochs(step, metric, dataset, epochs):
    @tf.function
    def epoch():
        for features, targets in dataset:
            step(features, targets)

    results = []
    for _ in range(epochs):
        metric.reset_state()
        epoch()
        results.append(metric.result().numpy().item())
    return results
