"""The training stops before its last epoch, where the loss no longer falls.

fails: test_steps
hint: How many epochs were asked for, and how many numbers does your history have then?
"""

import keras
import tensorflow as tf


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.w = self.add_weight(shape=(features, self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, x):
        return linear(x, self.w, self.b)


def train(x, y, batch_size, epochs, validation_split):
    model = keras.Sequential([keras.Input(x.shape[1:]), LowLevel(y.shape[1])])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    watched = "val_loss" if validation_split else "loss"
    history = model.fit(
        x,
        y,
        batch_size=batch_size,
        epochs=epochs,
        validation_split=validation_split,
        callbacks=[keras.callbacks.EarlyStopping(watched, patience=3)],
        verbose=0,
    )
    return model, history.history
