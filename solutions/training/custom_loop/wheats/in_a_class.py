"""The step is the method of an object, and builds the optimizer beforehand."""

import keras
import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer, loss_fn, metric):
        self.model = model
        self.optimizer = optimizer
        self.loss_fn = loss_fn
        self.metric = metric
        optimizer.build(model.trainable_variables)

    def step(self, x, y):
        variables = self.model.trainable_weights
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch([v.value for v in variables])
            y_pred = self.model(x, training=True)
            loss = self.loss_fn(y_true=y, y_pred=y_pred)
            for penalty in self.model.losses:
                loss += penalty
        self.optimizer.apply(tape.gradient(loss, variables), variables)
        self.metric.update_state(y_true=y, y_pred=y_pred)
        return keras.ops.convert_to_tensor(loss)


def make_train_step(model, optimizer, loss_fn, metric):
    trainer = Trainer(model, optimizer, loss_fn, metric)
    return tf.function(trainer.step, reduce_retracing=True)


def run_epochs(step, metric, dataset, epochs):
    def epoch():
        metric.reset_state()
        for x, y in dataset:
            step(x, y)
        return float(metric.result().numpy())

    return [epoch() for _ in range(epochs)]
