"""The blocks are not trainable.

fails: test_parts, test_equal_widths
hint: Which of your weights would `fit` change? Look at `layer.trainable_weights`.
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = tuple(
            keras.layers.Dense(width, activation="relu", trainable=False)
            for _ in range(depth)
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
            x = x + block(x)
        return x
