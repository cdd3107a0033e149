"""The step is the method of an object that nobody holds, and it forgets the object.

fails: test_weights, test_loss
hint: A `tf.function` that is a method does not keep its object alive. Who does, once yours has returned?
"""

import tensorflow as tf


def make_train_step(model, optimizer, loss_fn, metric):

    # Else the optimizer makes its variables in the first step, which is traced twice.
    optimizer.build(model.trainable_variables)

    return _Trainer(model, optimizer, loss_fn, metric).step


class _Trainer:
    def __init__(self, *parts):
        self.parts = parts

    @tf.function
    def step(self, x, y):
        model, optimizer, loss_fn, metric = self.parts
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
