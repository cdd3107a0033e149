"""`name` and `trainable` alone reach Keras; any other keyword is swallowed.

fails: test_name
hint: What does `LazyDense(2, use_bais=False)` do, and what does Keras say to such a keyword?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(
            name=kwargs.get("name"), trainable=kwargs.get("trainable", True)
        )
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units),
            initializer="glorot_uniform",
            name="kernel",
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        return y + self.bias if self.use_bias else y
