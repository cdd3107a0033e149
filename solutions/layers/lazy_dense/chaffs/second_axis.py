"""The second axis is taken for the width, which is right for rank 2 alone.

fails: test_other_ranks
hint: What is `input_shape` for an input of shape (2, 5, 4), and where does the 4 stand?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[1], self.units), name="kernel")
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
