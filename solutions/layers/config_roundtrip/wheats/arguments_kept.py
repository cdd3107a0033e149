"""The arguments are kept as plain data from the start, and made into objects by `call`."""

import keras
import tensorflow as tf


def _plain(thing, module):
    return thing if thing is None or isinstance(thing, str) else module.serialize(thing)


@keras.utils.register_keras_serializable(package="homework")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(units, int) or units <= 0:
            raise ValueError(f"units must be a positive int, not {units!r}")
        if isinstance(activation, dict):
            activation = keras.activations.deserialize(activation)
        if isinstance(kernel_regularizer, dict):
            kernel_regularizer = keras.regularizers.deserialize(kernel_regularizer)
        self._arguments = {
            "units": units,
            "activation": _plain(activation, keras.activations),
            "kernel_regularizer": _plain(kernel_regularizer, keras.regularizers),
        }

    def build(self, input_shape):
        units = self._arguments["units"]
        regularizer = self._arguments["kernel_regularizer"]
        self.kernel = self.add_weight(
            shape=(input_shape[-1], units),
            regularizer=keras.regularizers.get(regularizer),
            initializer="glorot_normal",
            name="kernel",
        )
        self.bias = self.add_weight(shape=(units,), initializer="zeros", name="bias")

    def call(self, x):
        activation = keras.activations.get(self._arguments["activation"])
        return activation(tf.nn.bias_add(x @ self.kernel, self.bias))

    def get_config(self):
        config = super().get_config()
        config.update(self._arguments)
        return config
