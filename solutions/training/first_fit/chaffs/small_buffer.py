"""The samples are shuffled in a buffer that holds a single batch.

fails: test_shuffled
hint: From how many samples does the first batch of an epoch come, and how many are there?
"""

import keras
import tensorflow as tf


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
    data = tf.data.Dataset.from_tensor_slices((x, y))
    data = data.shuffle(batch_size).batch(batch_size)
    history = model.fit(
        data,
        epochs=epochs,
        validation_data=(x_val, y_val),
        verbose=0,
    )
    return history.history


def report(model, x, y):
    loss, mae = model.evaluate(x, y, verbose=0)
    predictions = model.predict(x, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": predictions}
