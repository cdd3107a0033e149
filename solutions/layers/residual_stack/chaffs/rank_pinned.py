"""`build` keeps the rank that it sees, and inputs of another rank are refused.

fails: test_elsewhere
hint: A layer is built with `(None, 4)`. Does what it computes depend on how many axes come before the last?
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
        self.input_spec = keras.layers.InputSpec(ndim=len(input_shape))
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        for block in self.blocks:
            block.build((*input_shape[:-1], self.width))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return x
