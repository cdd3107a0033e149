"""Layers of one width share their weights.

fails: test_output
hint: Make two layers, and change the weights of one. What does the other return?
"""

import keras
import tensorflow as tf

_MADE = {}


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        if shape not in _MADE:
            w = keras.Variable(keras.initializers.GlorotUniform()(shape), name="w")
            _MADE[shape] = w, keras.Variable(tf.zeros([self.units]), name="b")
        self.w, self.b = _MADE[shape]

    def call(self, x):
        return linear(x, self.w, self.b)


def train(x, y, batch_size, epochs, validation_split):
    model = keras.Sequential([keras.Input(x.shape[1:]), LowLevel(y.shape[1])])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    history = model.fit(
        x,
        y,
        batch_size=batch_size,
        epochs=epochs,
        validation_split=validation_split,
        verbose=0,
    )
    return model, history.history
