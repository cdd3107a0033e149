"""A first fit."""

import keras


def make_model(n_features, seed):
    """Return a small network for regression, compiled and ready to be fitted.

    Args:
        n_features: How many columns `x` has.
        seed: An int; the same one gives the same weights to start with.

    Returns:
        A compiled `keras.Sequential`.
    """
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
    """Fit a compiled model, and return how it went.

    Args:
        model: A compiled model.
        x: What to learn from: float32 array, shape `(samples, n_features)`.
        y: What it should give: float32 array, shape `(samples, 1)`.
        x_val: Like `x`, but not to be learned from.
        y_val: Like `y`, for `x_val`.
        batch_size: How many samples make a step.
        epochs: How often to go through all samples.

    Returns:
        A dict of lists, which have one number for each epoch.
    """
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
    """Return how good a fitted model is, and what it predicts.

    Args:
        model: A compiled model.
        x: float32 array, shape `(samples, n_features)`.
        y: float32 array, shape `(samples, 1)`.

    Returns:
        A dict of `loss` and `mae`, both floats, and `predictions`, an array.
    """
    loss, mae = model.evaluate(x, y, verbose=0)
    predictions = model.predict(x, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": predictions}
