"""One unknown size is left to `reshape` as -1, and so a second one cannot be.

fails: test_other_ranks
hint: What if two sizes of `x` besides the batch's are unknown while the graph is built?
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
            shape=(input_shape[-1], self.units),
            initializer="glorot_uniform",
            name="kernel",
        )
        self.bias = (
            self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
            if self.use_bias
            else None
        )

    def call(self, x):
        rows = tf.matmul(tf.reshape(x, [-1, self.kernel.shape[0]]), self.kernel)
        if self.bias is not None:
            rows = rows + self.bias
        if x.shape.rank == 2:
            return rows
        middle = [-1 if size is None else size for size in x.shape[1:-1]]
        return tf.reshape(rows, [tf.shape(x)[0], *middle, self.units])
