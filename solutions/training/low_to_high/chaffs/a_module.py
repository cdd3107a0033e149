"""`LowLevel` is a `tf.Module`, which is no layer of Keras.

fails: test_weights
hint: What does `keras.Sequential` accept? Which class did the stub derive from?
"""

import keras
import tensorflow as tf


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(tf.Module):
    def __init__(self, units=1, name=None):
        super().__init__(name=name)
        self.w = None
        self.units = units

    def build(self, input_shape):
        features = input_shape[-1]
        self.w = tf.Variable(tf.random.normal([features, self.units]))
        self.b = tf.Variable(tf.zeros([self.units]))

    def __call__(self, x):
        if self.w is None:
            self.build(x.shape)
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
