"""The loss is the mean of the losses of batches, of which the last one is smaller.

fails: test_report
hint: Which part in your mean has a sample of the last batch, and which part has another one?
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
        x,
        y,
        batch_size=batch_size,
        epochs=epochs,
        validation_data=(x_val, y_val),
        shuffle=True,
        verbose=0,
    )
    return history.history


def report(model, x, y):
    parts = [slice(start, start + 128) for start in range(0, len(x), 128)]
    numbers = [model.evaluate(x[part], y[part], verbose=0) for part in parts]
    loss, mae = np.mean(numbers, axis=0)
    predictions = model.predict(x, verbose=0)
    return {"loss": float(loss), "mae": float(mae), "predictions": predictions}
