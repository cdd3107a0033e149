"""`build` scales the kernels by `assign` where the input has more axes, also restored ones.

fails: test_restored_first
hint: What is in a kernel that is made after a restore, and what do you assign to it?
"""

import keras
import tensorflow as tf


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.proj = None
        self.blocks = tuple(keras.layers.Dense(width) for _ in range(depth))

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((None, self.width))
            if len(input_shape) > 2:
                block.kernel.assign(block.kernel / len(self.blocks))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + tf.nn.relu(block(x))
        return x
