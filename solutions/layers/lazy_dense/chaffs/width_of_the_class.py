"""The first width is remembered by the class, so that all layers share it.

fails: test_two_layers
hint: What of the first layer does the second one see? Does the width belong to the class or to `self`?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    width = None

    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        if LazyDense.width is None:
            LazyDense.width = input_shape[-1]
        self.kernel = self.add_weight(
            shape=(LazyDense.width, self.units), name="kernel"
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
