"""Each block is a small Sequential, and any input is made a matrix first."""

import keras
from keras.layers import Activation, Dense


class ResidualMLP(keras.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width, self.proj = width, None
        self.blocks = (*(self._block() for _ in range(depth)),)

    def _block(self):
        return keras.Sequential(
            [keras.Input((self.width,)), Dense(self.width), Activation("relu")]
        )

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = Dense(self.width, use_bias=False)
            self.proj.build((None, input_shape[-1]))

    def call(self, x):
        shape = keras.ops.shape(x)
        x = keras.ops.reshape(x, (-1, shape[-1]))
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x += block(x)
        return keras.ops.reshape(x, (*shape[:-1], self.width))
