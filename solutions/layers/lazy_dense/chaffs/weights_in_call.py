"""The weights are made in `call`, when the layer is already locked.

fails: test_weights_made_in_build
hint: By the time `call` runs the layer is built. Which method runs just before it?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def call(self, x):
        self.kernel = self.add_weight(shape=(x.shape[-1], self.units), name="kernel")
        y = tf.matmul(x, self.kernel)
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), name="bias")
            y = y + self.bias
        return y
