"""The model learns from the validation data, too.

fails: test_batches
hint: What does a validation say about samples that the model has learned from?
"""

import keras
import numpy as np


def make_model(n_features, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((n_features,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    optimizer = keras.optimizers.Adam(learning_rate=0.01)
    model.compile(optimizer=optimizer, loss="mse", metrics=["mae"])
    return model


def train(model, x, y, x_val, y_val, batch_size, epochs):
    history = model.fit(
        np.concatenate([x, x_val]),
        np.concatenate([y, y_val]),
        batch_size=batch_size,
        epochs=epochs,
        validation_data=(x_val, y_val),
        shuffle=True,
        verbose=0,
    )
    return history.history


def report(model, x, y):
    loss, mae = model.evaluate(x, y, verbose=0)
    predictions = model.predict(x, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": predictions}
