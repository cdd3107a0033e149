"""`build` leaves the blocks unbuilt, and their first call builds them.

fails: test_build_alone
hint: How many weights does your layer have after `build` alone? A sub-layer has a `build`, too.
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
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return x
