"""One block stands in the stack several times.

fails: test_parts, test_equal_widths
hint: `(layer,) * depth` repeats one layer. How many different kernels do three blocks have?
"""

import keras


class ResidualMLP(keras.layers.Layer):
    def __init__(self, width, depth, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.blocks = (keras.layers.Dense(width, activation="relu"),) * depth
        self.proj = None

    def build(self, input_shape):
        if input_shape[-1] != self.width:
            self.proj = keras.layers.Dense(self.width, use_bias=False)
            self.proj.build(input_shape)
        self.blocks[0].build((*input_shape[:-1], self.width))

    def call(self, x):
        if self.proj is not None:
            x = self.proj(x)
        for block in self.blocks:
            x = x + block(x)
        return x
