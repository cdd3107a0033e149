"""`add_weight` is called with the name first, as in TensorFlow 2.0.

fails: test_weights_made_in_build
hint: Read the message: which arguments does `add_weight` take today, and how?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", (input_shape[-1], self.units))
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
