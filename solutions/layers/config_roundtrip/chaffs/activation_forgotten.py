"""The activation is missing in the config.

fails: test_remade, test_another_process
hint: Which argument of `__init__` has no entry in your config?
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
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
        }
