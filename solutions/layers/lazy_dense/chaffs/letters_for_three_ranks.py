"""The product knows inputs of rank 2 to 4, and no others.

fails: test_other_ranks
hint: How many ranks does your list hold, and which does the statement allow?
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
        axes = {2: "b", 3: "bt", 4: "bhw"}[len(x.shape)]
        y = tf.einsum(f"{axes}i,io->{axes}o", x, self.kernel)
        if self.use_bias:
            y = y + self.bias
        return y
