"""The model predicts before the tape begins to record.

fails: test_weights, test_loss
hint: Which operations lead from the weights to the loss, and which of them does the tape see?
"""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    @tf.function
    def step(x, y):
        predictions = model(x, training=True)
        with tf.GradientTape() as tape:
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
        results.append(float(metric.result()))
    return results
