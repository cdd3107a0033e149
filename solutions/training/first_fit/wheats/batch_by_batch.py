"""`train_on_batch` for each batch, and NumPy for the numbers of the training data."""

import keras
import numpy as np


def make_model(n_features, seed):
    keras.utils.set_random_seed(seed)
    layers = [
        keras.layers.Input(shape=(n_features,)),
        keras.layers.Dense(units=16, activation=keras.ops.relu),
        keras.layers.Dense(units=1, activation="linear"),
    ]
    model = keras.models.Sequential(layers=layers)
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=1e-2),
        loss=keras.losses.MeanSquaredError(),
        metrics=[keras.metrics.MeanAbsoluteError(name="mae")],
    )
    return model


def train(model, x, y, x_val, y_val, batch_size, epochs):
    rng = np.random.default_rng(len(x))
    history = {"loss": [], "mae": [], "val_loss": [], "val_mae": []}
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            model.train_on_batch(x[rows], y[rows])
        held_out = model.evaluate(x_val, y_val, verbose=0, return_dict=True)
        errors = model.predict_on_batch(x) - y
        history["loss"].append(float(np.mean(errors**2)))
        history["mae"].append(float(np.mean(np.abs(errors))))
        history["val_loss"].append(held_out["loss"])
        history["val_mae"].append(held_out["mae"])
    return history


def report(model, x, y):
    predictions = model.predict(x, verbose=0)
    error = predictions.astype("float64") - y
    return {
        "loss": float(np.mean(error**2)),
        "mae": float(np.mean(np.abs(error))),
        "predictions": predictions,
    }
