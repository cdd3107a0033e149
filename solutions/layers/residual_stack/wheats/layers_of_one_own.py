"""Blocks and projection are layers of one's own, and a block adds its input by itself."""

import tensorflow as tf
from keras import Layer, ops


class Block(Layer):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def build(self, input_shape):
        self.w = self.add_weight(
            shape=(self.width, self.width), initializer="he_normal"
        )
        self.b = self.add_weight(shape=(self.width,), initializer="zeros")

    def call(self, x):
        return x + tf.nn.relu(tf.tensordot(x, self.w, axes=1) + self.b)


class Projection(Layer):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.width))

    def call(self, x):
        return ops.einsum("...i,ij->...j", x, self.w)


class ResidualMLP(Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(Block(width) for _ in range(depth))

    def build(self, input_shape):
        self.proj = None if input_shape[-1] == self.width else Projection(self.width)
        if self.proj:
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build(input_shape)

    def call(self, x):
        if self.proj:
            x = self.proj(x)
        for block in self.blocks:
            x = block(x)
        return x
