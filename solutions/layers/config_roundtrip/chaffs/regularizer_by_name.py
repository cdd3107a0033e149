"""The config has the kind of the regulariser, but not its strength.

fails: test_remade, test_another_process
hint: `L2(0.1)` went in. What came out? Print `twin.kernel_regularizer.get_config()`.
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
            "kernel_regularizer": self._kind(),
        }

    def _kind(self):
        return "l2" if self.kernel_regularizer else None
