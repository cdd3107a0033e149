"""A model is kept for each seed, and is returned again with all that it has learned since.

fails: test_seed
hint: Call `make_model` twice with one seed. Are there two models?
"""

import functools

import keras


@functools.cache
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
    loss, mae = model.evaluate(x, y, verbose=0)
    predictions = model.predict(x, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": predictions}
