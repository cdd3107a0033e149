"""The projection is made in `call`, anew for every call.

fails: test_parts
hint: Call your layer twice with the same input. Where do the weights of the projection live between two calls?
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(
            keras.layers.Dense(width, activation="relu") for _ in range(depth)
        )
        self.proj = None

    def build(self, input_shape):
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        if x.shape[-1] != self.width:
            x = keras.layers.Dense(self.width, use_bias=False)(x)
        for block in self.blocks:
            x = x + block(x)
        return x
