"""`y` itself is returned where the predictions should be.

fails: test_report
hint: Which method asks the model, and what does it need to be given?
"""

import keras


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
    predictions = y
    return {"loss": loss, "mae": mae, "predictions": predictions}
