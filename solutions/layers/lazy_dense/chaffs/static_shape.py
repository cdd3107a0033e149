"""The output gets its shape from the static one, in which a size may be None.

fails: test_other_ranks
hint: What is `x.shape[1]` where the length is unknown? Which operation tells it at run time?
"""

import keras
import tensorflow as tf


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel"
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = tf.matmul(tf.reshape(x, [-1, x.shape[-1]]), self.kernel)
        y = tf.reshape(y, [-1, *x.shape[1:-1], self.units])
        if self.use_bias:
            y = y + self.bias
        return y
