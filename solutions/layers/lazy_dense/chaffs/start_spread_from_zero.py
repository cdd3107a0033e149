"""The kernel starts as numbers spread evenly from 0 on, so that a single one is 0.

fails: test_start
hint: With which kernel does `LazyDense(1)` start for an input of width 1?
"""

import keras
import numpy as np


class LazyDense(keras.layers.Layer):
    def __init__(self, units, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        start = np.linspace(0, 1, shape[0] * shape[1]).reshape(shape)
        self.kernel = self.add_weight(
            shape=shape, initializer=lambda s, dtype: start.astype(dtype), name="kernel"
        )
        if self.use_bias:
            self.bias = self.add_weight(
                shape=(self.units,), initializer="zeros", name="bias"
            )

    def call(self, x):
        y = keras.ops.matmul(x, self.kernel)
        return y + self.bias if self.use_bias else y
