"""The validation data are joined to the others, and split off again by a fraction.

fails: test_validation
hint: How many of 33 samples are a share of 6 / 33, once that is a float and rounded?
"""

import keras
import numpy as np


def make_model(n_features, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((n_features,)),
            keras.layers.Dense(16, "relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
    return model


def train(model, x, y, x_val, y_val, batch_size, epochs):
    history = model.fit(
        np.concatenate([x, x_val]),
        np.concatenate([y, y_val]),
        batch_size=batch_size,
        epochs=epochs,
        validation_split=len(x_val) / (len(x) + len(x_val)),
        verbose=0,
    )
    return history.history


def report(model, x, y):
    loss, mae = model.evaluate(x, y, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": model.predict(x, verbose=0)}
