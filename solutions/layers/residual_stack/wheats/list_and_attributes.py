"""A list for Keras, and an attribute for each of its layers besides, for TensorFlow."""

import keras
import tensorflow as tf


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.n_out = int(width)
        self.n_blocks = int(depth)
        self.proj = None
        self.blocks = []
        for number in range(self.n_blocks):
            layer = keras.layers.Dense(units=self.n_out, activation=None, use_bias=True)
            self.blocks.append(layer)
            self.__setattr__("tracked_block_number_" + str(number), layer)

    def build(self, input_shape):
        n_in = int(input_shape[-1])
        if n_in != self.n_out:
            self.proj = keras.layers.Dense(units=self.n_out, use_bias=False)
            self.proj.build(input_shape)
        for layer in self.blocks:
            layer.build(list(input_shape[:-1]) + [self.n_out])
        self.built = True

    @tf.function
    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for layer in self.blocks:
            residual = tf.maximum(layer(x), 0.0)
            x = tf.add(x, residual)
        return x
