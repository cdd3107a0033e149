"""The config has a name only where one was given.

fails: test_name_and_trainable
hint: Make two layers without a name. What are they called, and what are their twins called?
"""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="course")
class Affine(keras.layers.Layer):
    def __init__(self, units, activation=None, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.given = kwargs
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
        return self.given | {
            "units": self.units,
            "activation": keras.activations.serialize(self.activation),
            "kernel_regularizer": keras.regularizers.serialize(self.kernel_regularizer),
        }
