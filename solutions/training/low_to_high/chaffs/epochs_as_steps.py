"""The number of epochs is given as the number of steps in an epoch.

fails: test_train
hint: How many entries does each list of your history have? What is an epoch, and what is a step?
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
    history = model.fit(
        x,
        y,
        batch_size=batch_size,
        steps_per_epoch=epochs,
        validation_split=validation_split,
        verbose=0,
    )
    return model, history.history
