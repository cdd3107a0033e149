"""The numbers of the regulariser are rounded in the config, and a small one becomes 0.

fails: test_names_and_none
hint: Make a layer with `L2(1e-5)`. Which number is in its config?
"""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="course")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units),
            regularizer=self.kernel_regularizer,
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(tf.matmul(x, self.kernel) + self.bias)

    def _regularizer(self):
        config = keras.regularizers.serialize(self.kernel_regularizer)
        if config is not None:
            for name, value in config["config"].items():
                if isinstance(value, float):
                    config["config"][name] = round(value, 4)
        return config

    def get_config(self):
        return super().get_config() | {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": self._regularizer(),
        }
