"""How a solution of `training/first_fit` is observed."""

import keras
import numpy as np
import tensorflow as tf


def shapes(solution, n_features):
    """The shapes of a new model's weights."""
    model = solution.make_model(n_features, 1)
    return [list(weight.shape) for weight in model.weights]


def outputs(solution, weights, x):
    """What a model returns for `x` that has the given weights."""
    model = solution.make_model(x.shape[1], 1)
    model.set_weights(weights)
    return model(tf.constant(x))


def optimizer(solution):
    """The name and the learning rate of a new model's optimizer; None without one."""
    found = getattr(solution.make_model(3, 1), "optimizer", None)
    if found is None:
        return None
    return {"name": type(found).__name__, "rate": found.learning_rate}


def starts(solution, seeds):
    """The weights with which a model starts that is changed then, for some seeds."""
    found = []
    for seed in seeds:
        model = solution.make_model(3, seed)
        found.append(model.get_weights())
        model.set_weights([weight + 1 for weight in found[-1]])
    return found


def trained(solution, x, y, x_val, y_val, batch_size, epochs):
    """The history of a new model that is trained."""
    model = solution.make_model(x.shape[1], 1)
    return solution.train(model, x, y, x_val, y_val, batch_size, epochs)


def reported(solution, weights, x, y):
    """What `report` returns for a model that has the given weights."""
    model = solution.make_model(x.shape[1], 1)
    model.set_weights(weights)
    return solution.report(model, x, y)


class _Recorder(keras.Model):
    """A model that learns nothing, and notes the first column of all that it sees."""

    def __init__(self):
        super().__init__()
        self.compile(loss="mse", run_eagerly=True)
        self.fitted, self.evaluated = [], []

    def call(self, x):
        return x[:, :1]

    def train_step(self, data):
        self.fitted.append(np.asarray(data[0])[:, 0])
        return {"loss": 0.0, "mae": 0.0}

    def test_step(self, data):
        self.evaluated.append(np.asarray(data[0])[:, 0])
        return {"loss": 0.0, "mae": 0.0}


def shown(solution, samples, validating, batch_size, epochs):
    """The numbers of the samples that a model is fitted to, and is evaluated on."""
    x = np.arange(samples + validating, dtype="float32").reshape(-1, 1)
    model = _Recorder()
    known, new = x[:samples], x[samples:]
    solution.train(model, known, known, new, new, batch_size, epochs)
    return {
        "batches": [batch.tolist() for batch in model.fitted],
        "validation": [one for batch in model.evaluated for one in batch.tolist()],
    }
