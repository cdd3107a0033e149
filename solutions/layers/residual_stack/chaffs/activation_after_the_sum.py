"""The activation is applied to the sum, so the input does not get through unchanged.

fails: test_output, test_equal_widths
hint: Read the formula: does the relu enclose `x + ...`, or only what is added?
"""

import keras
import tensorflow as tf


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(keras.layers.Dense(width) for _ in range(depth))
        self.proj = None

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = tf.nn.relu(x + block(x))
        return x
