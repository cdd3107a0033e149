"""The blocks are made in `call`, when the layer is already locked.

fails: test_parts, test_equal_widths
hint: By the time `call` runs the layer is built. Where should a sub-layer be made?
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.depth = depth
        self.proj = None

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        self.blocks = tuple(
            keras.layers.Dense(self.width, activation="relu") for _ in range(self.depth)
        )
        for block in self.blocks:
            x = x + block(x)
        return x
