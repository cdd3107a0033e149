"""Keras's own `fit` and `train_step` do the work."""

import tensorflow as tf

_MODELS = {}


def make_train_step(model, optimizer, loss_fn, metric):
    model.compile(optimizer=optimizer, loss=loss_fn, metrics=[metric])

    @tf.function
    def step(x, y):
        model.metrics[0].reset_state()
        return model.train_step((x, y))["loss"]

    _MODELS[id(step)] = step, model
    return step


def run_epochs(step, metric, dataset, epochs):
    if id(step) in _MODELS:
        _, model = _MODELS[id(step)]
        return model.fit(dataset, epochs=epochs, verbose=0).history[metric.name]
    results = []
    for _ in range(epochs):
        metric.reset_state()
        for batch in dataset:
            step(*batch)
        results += [metric.result().numpy()]
    return results
