"""The training stops where the loss no longer falls.

fails: test_steps
hint: Who says how many epochs are run?
"""

import keras
import tensorflow as tf


def linear(x, w, b):
    """Return `x @ w + b`: the model as a function of tensors. It is given."""
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")
        self.b = self.add_weight(shape=(self.units,), initializer="zeros", name="b")

    def call(self, x):
        return linear(x, self.w, self.b)


def train(x, y, batch_size, epochs, validation_split):
    model = keras.Sequential([keras.Input([x.shape[1]]), LowLevel(y.shape[1])])
    model.compile(keras.optimizers.SGD(0.1), "mse", metrics=["mae"])
    history = model.fit(
        x,
        y,
        batch_size=batch_size,
        epochs=epochs,
        validation_split=validation_split,
        callbacks=[keras.callbacks.EarlyStopping("loss", patience=4)],
        verbose=0,
    ).history
    return model, history
