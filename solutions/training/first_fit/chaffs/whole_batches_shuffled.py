"""The samples are cut into batches first, and then the batches are shuffled.

fails: test_batches
hint: Which comes first in your pipeline, `batch` or `shuffle`? What is shuffled then?
"""

import keras
import tensorflow as tf


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
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch_size)
    data = data.shuffle(len(x))
    history = model.fit(data, validation_data=(x_val, y_val), epochs=epochs, verbose=0)
    return history.history


def report(model, x, y):
    loss, mae = model.evaluate(x, y, verbose=0)
    return {"loss": loss, "mae": mae, "predictions": model.predict(x, verbose=0)}
