"""The width of the input is fixed in `__init__`.

fails: test_weights_made_in_build
hint: Your layer has weights before it met an input. How would it know that the width is not 7?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.kernel = self.add_weight(shape=(4, units), name="kernel")
        if use_bias:
            self.bias = self.add_weight(shape=(units,), name="bias")

    def build(self, input_shape):
        pass

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
