"""`x.shape` goes into an operation, and in a model its batch size is None.

fails: test_traced, test_saved
hint: What is `x.shape` while Keras builds a model, before any data is there?
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

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + tf.reshape(block(x), x.shape)
        return x
