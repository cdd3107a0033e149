"""`keras.Variable`s as attributes, a functional model, and a metric object."""

import keras
import tensorflow as tf


def linear(x, w, b):
    return tf.matmul(x, w) + b


class LowLevel(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        start = keras.initializers.RandomNormal(stddev=0.1)
        self.weight = keras.Variable(start((input_shape[-1], self.units)))
        self.offset = keras.Variable(tf.zeros([self.units]))

    def call(self, x):
        return linear(x, tf.convert_to_tensor(self.weight), self.offset.value)


def train(x, y, batch_size, epochs, validation_split):
    inputs = keras.Input(shape=(x.shape[1],), dtype="float32")
    model = keras.Model(inputs, LowLevel(units=y.shape[-1])(inputs))
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.1),
        loss=keras.losses.MeanSquaredError(),
        metrics=[keras.metrics.MeanAbsoluteError(name="mae")],
    )
    log = model.fit(x, y, batch_size, epochs, 0, validation_split=validation_split)
    return model, {
        name: list(map(float, values)) for name, values in log.history.items()
    }
