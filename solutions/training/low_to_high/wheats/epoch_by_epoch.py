"""`fit` is called once for each epoch, and `evaluate` gives the validation's numbers."""

import keras
import numpy as np
import tensorflow as tf


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.w = self.b = None

    def build(self, input_shape):
        *_, features = input_shape
        self.w = self.add_weight(
            (features, self.units), "random_uniform", name="kernel"
        )
        self.b = self.add_weight((self.units,), "zeros", name="bias")

    def call(self, x):
        x = tf.cast(x, tf.float32)
        return linear(x, self.w, self.b)


def train(x, y, batch_size, epochs, validation_split):
    last = round(len(x) * validation_split)
    x_train, y_train = x[: len(x) - last], y[: len(y) - last]
    model = keras.Sequential([LowLevel(y.shape[1], name="low_level")], name="model")
    model.build((None, x.shape[1]))
    model.compile(loss="mse", metrics=["mae"], optimizer=keras.optimizers.SGD(0.1))
    history = {}
    for epoch in range(epochs):
        order = np.random.default_rng(epoch).permutation(len(x_train))
        logs = model.fit(
            x_train[order], y_train[order], batch_size=batch_size, verbose=0
        ).history
        if last:
            found = model.evaluate(x[-last:], y[-last:], verbose=0, return_dict=True)
            logs |= {f"val_{name}": [value] for name, value in found.items()}
        for name, values in logs.items():
            history[name] = history.get(name, []) + values
    return model, history
