"""The config takes every regulariser for an `L1L2`, and keeps only two numbers.

fails: test_names_and_none, test_several_layers
hint: Which other classes does `keras.regularizers` have? What would your config say of one of them?
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

    def get_config(self):
        return super().get_config() | {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": self._factors(),
        }

    def _factors(self):
        if self.kernel_regularizer is None:
            return None
        numbers = {k: getattr(self.kernel_regularizer, k, 0.0) for k in ("l1", "l2")}
        return {
            "class_name": "L1L2",
            "config": {k: float(v) for k, v in numbers.items()},
        }
