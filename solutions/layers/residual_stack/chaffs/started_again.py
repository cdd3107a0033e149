"""`build` assigns its own first values, after a restore has put in the saved ones.

fails: test_restored_first
hint: A variable gets its restored value when it is made. What does an `assign` after that do? Initial values belong to an initializer.
"""

import keras
import tensorflow as tf


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(
            keras.layers.Dense(width, activation="relu") for _ in range(depth)
        )
        self.proj = None

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))
            block.kernel.assign(0.1 * tf.eye(self.width))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return x
